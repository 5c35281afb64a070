#include "store/sightings.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <utility>

#include "pkix/address.h"
#include "store/sqlite.h"

namespace signet::store {
namespace {

// Octets would be shorter than text, but nobody could look at them with a tool.
constexpr DatabaseForm kForm{
    .version = 1,
    .schema =
        "CREATE TABLE IF NOT EXISTS signatures ("
        "  signature TEXT PRIMARY KEY, first INTEGER NOT NULL, met INTEGER NOT NULL)"
        "  WITHOUT ROWID;"
        "CREATE INDEX IF NOT EXISTS signatures_by_met ON signatures (met);"
        "CREATE TABLE IF NOT EXISTS certificates ("
        "  address TEXT NOT NULL, certificate TEXT NOT NULL, first INTEGER NOT NULL,"
        "  met INTEGER NOT NULL, signature TEXT NOT NULL, previous TEXT NOT NULL,"
        "  previous_met INTEGER NOT NULL, PRIMARY KEY (address, certificate))"
        "  WITHOUT ROWID;"
        "CREATE INDEX IF NOT EXISTS certificates_by_met ON certificates (met);"};

// Looking through a mailbox must not write the same again and again: when something was met last
// matters to the day.
constexpr std::chrono::days kMetAgain{1};

std::int64_t Seconds(Time time) {
  return time.time_since_epoch().count();
}

Time FromSeconds(std::int64_t seconds) {
  return Time(std::chrono::seconds(seconds));
}

// One address in all its spellings.
std::string KeyOf(const std::string& address) {
  const auto parsed = pkix::ParseAddress(address);
  return parsed ? parsed->local + "@" + parsed->domain : std::string();
}

}  // namespace

struct Sightings::State {
  std::mutex mutex;
  Database database;
  SightingLimits limits;
  // Signatures to come before it is looked at whether there are too many: at once, and then now and
  // then, since counting takes longer than remembering.
  std::size_t until_trim = 0;

  void PutSignature(const std::string& signature, Time now);
  void PutCertificate(const Sighting& sighting, const std::string& address, Time now);
  void Trim(std::string_view count, std::string_view remove, std::size_t most);
  void TrimNowAndThen(std::size_t added);
};

Sightings::Sightings(std::unique_ptr<State> state) : state_(std::move(state)) {}
Sightings::~Sightings() = default;

Result<std::unique_ptr<Sightings>> Sightings::Open(const std::filesystem::path& file,
                                                   const SightingLimits& limits) {
  SIGNET_ASSIGN(Database database, Database::OpenOwn(file, kForm));
  return std::unique_ptr<Sightings>(new Sightings(std::unique_ptr<State>(
      new State{.mutex = {}, .database = std::move(database), .limits = limits})));
}

std::optional<Time> Sightings::FirstSeen(const std::string& signature) {
  const std::scoped_lock lock(state_->mutex);
  Statement find = state_->database.Prepare("SELECT first FROM signatures WHERE signature = ?");
  find.Bind(1, std::string_view{signature});
  return find.Step() ? std::optional(FromSeconds(find.Number(0))) : std::nullopt;
}

std::optional<Acquaintance> Sightings::Know(const Sighting& sighting) {
  const std::string address = KeyOf(sighting.address);
  const std::scoped_lock lock(state_->mutex);
  Statement find = state_->database.Prepare(
      "SELECT first, signature, previous, previous_met FROM certificates"
      " WHERE address = ? AND certificate = ?");
  find.Bind(1, std::string_view{address}).Bind(2, std::string_view{sighting.certificate});
  if (address.empty() || !find.Step()) {
    return std::nullopt;
  }
  Acquaintance known{.since = FromSeconds(find.Number(0)),
                     .is_first = find.Text(1) == sighting.signature,
                     .previous = {},
                     .previous_used = FromSeconds(find.Number(3))};
  if (std::string previous = find.Text(2); !previous.empty()) {
    known.previous = std::move(previous);
  }
  return known;
}

void Sightings::State::PutSignature(const std::string& signature, Time now) {
  Statement put = database.Prepare(
      "INSERT INTO signatures (signature, first, met) VALUES (?1, ?2, ?2)"
      " ON CONFLICT (signature) DO UPDATE SET met = ?2 WHERE met < ?3");
  put.Bind(1, std::string_view{signature}).Bind(2, Seconds(now)).Bind(3, Seconds(now - kMetAgain));
  static_cast<void>(put.Step());
}

void Sightings::State::PutCertificate(const Sighting& sighting, const std::string& address,
                                      Time now) {
  // Of those met on one day, the one that came last is the one that was used most lately.
  Statement put = database.Prepare(
      "INSERT INTO certificates (address, certificate, first, met, signature, previous,"
      " previous_met) SELECT ?1, ?2, ?3, ?3, ?4, coalesce(max(known.certificate), ''),"
      " coalesce(max(known.met), 0) FROM (SELECT certificate, met FROM certificates"
      "  WHERE address = ?1 ORDER BY met DESC, first DESC LIMIT 1) AS known WHERE true"
      " ON CONFLICT (address, certificate) DO UPDATE SET met = ?3 WHERE met < ?5");
  put.Bind(1, std::string_view{address})
      .Bind(2, std::string_view{sighting.certificate})
      .Bind(3, Seconds(now))
      .Bind(4, std::string_view{sighting.signature})
      .Bind(5, Seconds(now - kMetAgain));
  static_cast<void>(put.Step());
}

void Sightings::State::Trim(std::string_view count, std::string_view remove, std::size_t most) {
  Statement counted = database.Prepare(count);
  if (counted.Step() && static_cast<std::size_t>(counted.Number(0)) > most) {
    Statement removed = database.Prepare(remove);
    removed.Bind(1, static_cast<std::int64_t>(most - most / 10));  // a tenth at a time
    static_cast<void>(removed.Step());
  }
}

void Sightings::State::TrimNowAndThen(std::size_t added) {
  if (until_trim > added) {
    until_trim -= added;
    return;
  }
  constexpr std::size_t kShare = 16;
  until_trim = std::min(limits.signatures, limits.certificates) / kShare;
  Trim("SELECT count(*) FROM signatures",
       "DELETE FROM signatures WHERE signature NOT IN"
       " (SELECT signature FROM signatures ORDER BY met DESC, first DESC LIMIT ?)",
       limits.signatures);
  Trim("SELECT count(*) FROM certificates",
       "DELETE FROM certificates WHERE (address, certificate) NOT IN"
       " (SELECT address, certificate FROM certificates ORDER BY met DESC, first DESC LIMIT ?)",
       limits.certificates);
}

void Sightings::Keep(const std::vector<Sighting>& sightings, Time now) {
  const std::scoped_lock lock(state_->mutex);
  if (sightings.empty() || !state_->database.Run("BEGIN IMMEDIATE")) {
    return;
  }
  for (const Sighting& sighting : sightings) {
    state_->PutSignature(sighting.signature, now);
    if (const std::string address = KeyOf(sighting.address); !address.empty()) {
      state_->PutCertificate(sighting, address, now);
    }
  }
  state_->TrimNowAndThen(sightings.size());
  if (!state_->database.Run("COMMIT")) {
    static_cast<void>(state_->database.Run("ROLLBACK"));
  }
}

}  // namespace signet::store
