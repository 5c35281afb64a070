#include "store/answer_cache.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "store/sqlite.h"

namespace signet::store {
namespace {

// RFC 6960, 4.2.2.1 and RFC 5280, 5.1.2.5: an answer that does not say when the next one comes.
constexpr std::chrono::days kWithoutNextUpdate{7};

constexpr DatabaseForm kForm{
    .version = 3,
    .schema =
        "CREATE TABLE IF NOT EXISTS answers ("
        "  kind INTEGER NOT NULL, key TEXT NOT NULL, url TEXT NOT NULL, issuer TEXT NOT NULL,"
        "  subject TEXT NOT NULL, request BLOB NOT NULL,"
        "  this_update INTEGER NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL,"
        "  octets INTEGER NOT NULL, answer BLOB NOT NULL,"
        "  entity_tag TEXT NOT NULL DEFAULT '', last_modified TEXT NOT NULL DEFAULT '',"
        "  PRIMARY KEY (kind, key));"
        "CREATE INDEX IF NOT EXISTS answers_by_use ON answers (used);"};

std::int64_t Seconds(Time time) {
  return time.time_since_epoch().count();
}

Time FromSeconds(std::int64_t seconds) {
  return Time(std::chrono::seconds(seconds));
}

std::string KeyOf(const pkix::Fetch& fetch) {
  return fetch.kind == pkix::FetchKind::kOcsp ? fetch.certificate : fetch.url;
}

// An answer on its way in.
struct Entry {
  pkix::FetchKind kind;
  std::string key;
  std::string url;
  std::string issuer;
  std::string subject;
  ByteView request;  // the body that was sent
  Time this_update;
  Time expires;
  ByteView octets;
};

Time ExpiryOf(Time this_update, const std::optional<Time>& next_update) {
  return next_update.value_or(this_update + kWithoutNextUpdate);
}

std::optional<Entry> EntryOf(const pkix::FetchRecord& record, const pkix::Path& path) {
  Entry entry{.kind = record.fetch.kind,
              .key = KeyOf(record.fetch),
              .url = record.fetch.url,
              .issuer = {},
              .subject = {},
              .request = record.fetch.body,
              .this_update = {},
              .expires = {},
              .octets = {}};
  for (const pkix::RevocationStatus& status : path.revocation) {
    if (record.crl && std::ranges::find(status.crls, record.crl) != status.crls.end()) {
      entry.issuer = record.crl->issuer().ToText();
      entry.this_update = record.crl->this_update();
      entry.expires = ExpiryOf(record.crl->this_update(), record.crl->next_update());
      entry.octets = record.crl->der();
      return entry;
    }
    if (record.ocsp_response && status.ocsp_response == record.ocsp_response) {
      const auto of = std::ranges::find_if(path.chain, [&](const pkix::CertificatePtr& other) {
        return other->sha256() == status.certificate;
      });
      entry.key = status.certificate;
      if (of != path.chain.end()) {
        entry.issuer = (*of)->issuer().ToText();
        entry.subject = (*of)->DisplayName();
      }
      entry.this_update = status.this_update.value_or(Time());
      entry.expires = ExpiryOf(entry.this_update, status.next_update);
      entry.octets = record.ocsp_response->der();
      return entry;
    }
  }
  for (const pkix::CertificatePtr& issuer : record.issuers) {
    if (path.anchored && std::ranges::find(path.chain, issuer) != path.chain.end()) {
      entry.issuer = issuer->subject().ToText();
      entry.this_update = issuer->not_before();
      entry.expires = issuer->not_after();
      entry.octets = issuer->der();
      return entry;
    }
  }
  return std::nullopt;
}

}  // namespace

struct AnswerCache::State {
  std::mutex mutex;
  Database database;
  AnswerCacheLimits limits;

  void Put(const Entry& entry, Time now);
  void Trim(Time now);
};

AnswerCache::AnswerCache(std::unique_ptr<State> state) : state_(std::move(state)) {}
AnswerCache::~AnswerCache() = default;

Result<std::unique_ptr<AnswerCache>> AnswerCache::Open(const std::filesystem::path& file,
                                                       const AnswerCacheLimits& limits) {
  SIGNET_ASSIGN(Database database, Database::OpenOwn(file, kForm));
  return std::unique_ptr<AnswerCache>(new AnswerCache(std::unique_ptr<State>(
      new State{.mutex = {}, .database = std::move(database), .limits = limits})));
}

bool AnswerCache::Fill(const std::vector<pkix::Fetch>& wanted,
                       const std::vector<pkix::FetchKind>& kinds, Time now,
                       pkix::Evidence& evidence) {
  const std::scoped_lock lock(state_->mutex);
  bool added = false;
  for (const pkix::Fetch& fetch : wanted) {
    if (std::ranges::find(kinds, fetch.kind) == kinds.end()) {
      continue;
    }
    const std::string key = KeyOf(fetch);
    const auto kind = static_cast<std::int64_t>(fetch.kind);
    Statement find = state_->database.Prepare(
        "SELECT answer FROM answers WHERE kind = ? AND key = ? AND expires > ?");
    find.Bind(1, kind).Bind(2, std::string_view{key}).Bind(3, Seconds(now));
    if (find.Step()) {
      added = evidence.AddStored(fetch, find.Octets(0)) || added;
      Statement use = state_->database.Prepare(
          "UPDATE answers SET used = max(used, ?) WHERE kind = ? AND key = ?");
      use.Bind(1, Seconds(now)).Bind(2, kind).Bind(3, std::string_view{key});
      static_cast<void>(use.Step());
    }
  }
  return added;
}

void AnswerCache::State::Put(const Entry& entry, Time now) {
  if (entry.octets.size() > limits.octets / 2) {
    return;  // one answer must not push out all others
  }
  Statement put = database.Prepare(
      "INSERT INTO answers (kind, key, url, issuer, this_update, expires, used, octets, answer,"
      " subject, request) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
      " ON CONFLICT (kind, key) DO UPDATE SET url = ?3, issuer = ?4, this_update = ?5,"
      " expires = ?6, used = ?7, octets = ?8, answer = ?9, subject = ?10, request = ?11,"
      " entity_tag = '', last_modified = ''"
      " WHERE ?5 >= this_update");
  put.Bind(1, static_cast<std::int64_t>(entry.kind))
      .Bind(2, std::string_view{entry.key})
      .Bind(3, std::string_view{entry.url})
      .Bind(4, std::string_view{entry.issuer})
      .Bind(5, Seconds(entry.this_update))
      .Bind(6, Seconds(entry.expires))
      .Bind(7, Seconds(now))
      .Bind(8, static_cast<std::int64_t>(entry.octets.size()))
      .Bind(9, entry.octets)
      .Bind(10, std::string_view{entry.subject})
      .Bind(11, entry.request);
  static_cast<void>(put.Step());
}

void AnswerCache::State::Trim(Time now) {
  const auto too_much = [this] {
    Statement sum = database.Prepare("SELECT coalesce(sum(octets), 0), count(*) FROM answers");
    return sum.Step() && (static_cast<std::size_t>(sum.Number(0)) > limits.octets ||
                          static_cast<std::size_t>(sum.Number(1)) > limits.entries);
  };
  if (!too_much()) {
    return;
  }
  Statement expired = database.Prepare("DELETE FROM answers WHERE expires <= ?");
  expired.Bind(1, Seconds(now));
  static_cast<void>(expired.Step());
  while (too_much()) {
    // A tenth at a time, at least one; of those used in the same second, the first to come goes
    // first.
    Statement oldest = database.Prepare(
        "DELETE FROM answers WHERE (kind, key) IN (SELECT kind, key FROM answers ORDER BY used,"
        " rowid LIMIT (SELECT count(*) / 10 + 1 FROM answers))");
    static_cast<void>(oldest.Step());
    if (!oldest.ok()) {
      return;
    }
  }
}

void AnswerCache::Keep(const pkix::Evidence& evidence, const pkix::PathResult& result, Time now) {
  const std::scoped_lock lock(state_->mutex);
  std::vector<Entry> entries;
  for (const pkix::FetchRecord& record : evidence.records()) {
    if (auto entry = EntryOf(record, result.best())) {
      entries.push_back(*std::move(entry));
    }
  }
  if (entries.empty() || !state_->database.Run("BEGIN IMMEDIATE")) {
    return;
  }
  for (const Entry& entry : entries) {
    state_->Put(entry, now);
  }
  state_->Trim(now);
  if (!state_->database.Run("COMMIT")) {
    static_cast<void>(state_->database.Run("ROLLBACK"));
  }
}

std::optional<StoredCopy> AnswerCache::Copy(const pkix::Fetch& fetch) {
  if (fetch.kind != pkix::FetchKind::kCrl) {
    return std::nullopt;
  }
  const std::scoped_lock lock(state_->mutex);
  Statement find = state_->database.Prepare(
      "SELECT answer, entity_tag, last_modified FROM answers WHERE kind = ? AND key = ?"
      " AND (entity_tag <> '' OR last_modified <> '')");
  const std::string key = KeyOf(fetch);
  find.Bind(1, static_cast<std::int64_t>(fetch.kind)).Bind(2, std::string_view{key});
  if (!find.Step()) {
    return std::nullopt;
  }
  return StoredCopy{.answer = find.Octets(0),
                    .validators = {.entity_tag = find.Text(1), .last_modified = find.Text(2)}};
}

void AnswerCache::NoteValidators(const pkix::Fetch& fetch, ByteView answer,
                                 const HttpValidators& validators) {
  const std::scoped_lock lock(state_->mutex);
  Statement note = state_->database.Prepare(
      "UPDATE answers SET entity_tag = ?, last_modified = ? WHERE kind = ? AND key = ?"
      " AND answer = ?");
  const std::string key = KeyOf(fetch);
  note.Bind(1, std::string_view{validators.entity_tag})
      .Bind(2, std::string_view{validators.last_modified})
      .Bind(3, static_cast<std::int64_t>(fetch.kind))
      .Bind(4, std::string_view{key})
      .Bind(5, answer);
  static_cast<void>(note.Step());
}

std::vector<StoredAnswer> AnswerCache::List() {
  const std::scoped_lock lock(state_->mutex);
  std::vector<StoredAnswer> all;
  Statement list = state_->database.Prepare(
      "SELECT kind, key, url, issuer, this_update, expires, octets, subject FROM answers"
      " ORDER BY used DESC, kind, key");
  while (list.Step()) {
    const std::int64_t kind = list.Number(0);
    if (kind < 0 || kind > static_cast<std::int64_t>(pkix::FetchKind::kOcsp)) {
      continue;
    }
    all.push_back({.kind = static_cast<pkix::FetchKind>(kind),
                   .key = list.Text(1),
                   .url = list.Text(2),
                   .subject = list.Text(7),
                   .issuer = list.Text(3),
                   .this_update = FromSeconds(list.Number(4)),
                   .expires = FromSeconds(list.Number(5)),
                   .octets = static_cast<std::size_t>(list.Number(6))});
  }
  return all;
}

void AnswerCache::Delete(pkix::FetchKind kind, const std::string& key) {
  const std::scoped_lock lock(state_->mutex);
  Statement gone = state_->database.Prepare("DELETE FROM answers WHERE kind = ? AND key = ?");
  gone.Bind(1, static_cast<std::int64_t>(kind)).Bind(2, std::string_view{key});
  static_cast<void>(gone.Step());
}

std::optional<pkix::Fetch> AnswerCache::Renewal(pkix::FetchKind kind, const std::string& key) {
  const std::scoped_lock lock(state_->mutex);
  Statement find =
      state_->database.Prepare("SELECT url, request FROM answers WHERE kind = ? AND key = ?");
  find.Bind(1, static_cast<std::int64_t>(kind)).Bind(2, std::string_view{key});
  if (kind == pkix::FetchKind::kIssuer || !find.Step()) {
    return std::nullopt;
  }
  const bool ocsp = kind == pkix::FetchKind::kOcsp;
  return pkix::Fetch{.kind = kind,
                     .url = find.Text(0),
                     .body = find.Octets(1),
                     .content_type = ocsp ? "application/ocsp-request" : "",
                     .accept = ocsp ? "application/ocsp-response" : "application/pkix-crl",
                     .most_octets = ocsp ? limits::kOcspOctets : limits::kFetchedCrlOctets,
                     .certificate = ocsp ? key : std::string(),
                     .chosen = false};
}

Result<void> AnswerCache::Renew(const pkix::Fetch& renewal, Bytes answer, Time now) {
  const bool ocsp = renewal.kind == pkix::FetchKind::kOcsp;
  pkix::Evidence evidence;
  evidence.Supply(renewal, std::move(answer));
  const pkix::FetchRecord& record = evidence.records().front();
  if (record.problem) {
    return std::unexpected(*record.problem);
  }
  const std::scoped_lock lock(state_->mutex);
  const std::string key = KeyOf(renewal);
  Statement find =
      state_->database.Prepare("SELECT issuer, subject FROM answers WHERE kind = ? AND key = ?");
  find.Bind(1, static_cast<std::int64_t>(renewal.kind)).Bind(2, std::string_view{key});
  if (!find.Step()) {
    return {};  // removed meanwhile
  }
  Entry entry{.kind = renewal.kind,
              .key = key,
              .url = renewal.url,
              .issuer = find.Text(0),
              .subject = find.Text(1),
              .request = renewal.body,
              .this_update = {},
              .expires = {},
              .octets = {}};
  const auto refused = [&](ReasonCode code) {
    return MakeReason(code).With("subject", entry.subject.empty() ? entry.issuer : entry.subject);
  };
  if (ocsp) {
    const pkix::OcspResponse& response = *record.ocsp_response;
    if (response.status() != pkix::OcspResponseStatus::kSuccessful) {
      return refused(ReasonCode::kRevocationResponderFailed);
    }
    if (response.statements().size() != 1) {
      return refused(ReasonCode::kRevocationAnswerMismatched);
    }
    const pkix::OcspStatement& statement = response.statements().front();
    entry.this_update = statement.this_update;
    entry.expires = ExpiryOf(statement.this_update, statement.next_update);
    entry.octets = response.der();
  } else {
    if (record.crl->issuer().ToText() != entry.issuer) {
      return refused(ReasonCode::kRevocationAnswerMismatched);
    }
    entry.this_update = record.crl->this_update();
    entry.expires = ExpiryOf(record.crl->this_update(), record.crl->next_update());
    entry.octets = record.crl->der();
  }
  state_->Put(entry, now);
  return {};
}

}  // namespace signet::store
