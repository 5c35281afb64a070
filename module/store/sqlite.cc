#include "store/sqlite.h"

#include <system_error>
#include <utility>

namespace signet::store {

namespace fs = std::filesystem;

namespace {

// Opens a connection and makes sure of the tables; nothing: it is no database of this form.
std::optional<Database> OpenTables(const fs::path& file, const DatabaseForm& form) {
  auto database = Database::Open(file);
  if (!database || !database->Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")) {
    return std::nullopt;
  }
  Statement version = database->Prepare("PRAGMA user_version");
  const std::int64_t found = version.Step() ? version.Number(0) : -1;
  const std::string make = "BEGIN IMMEDIATE;" + std::string(form.schema) +
                           "PRAGMA user_version = " + std::to_string(form.version) + ";COMMIT;";
  if ((found != 0 && found != form.version) || (found == 0 && !database->Run(make.c_str()))) {
    return std::nullopt;
  }
  return database;
}

void RemoveFiles(const fs::path& file) {
  std::error_code ignored;
  for (const char* const suffix : {"", "-wal", "-shm", "-journal"}) {
    fs::remove(fs::path(file) += suffix, ignored);
  }
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  ok_ = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr) == SQLITE_OK;
  statement_.reset(statement);
}

Statement& Statement::Bind(int index, std::int64_t number) {
  ok_ = ok_ && sqlite3_bind_int64(statement_.get(), index, number) == SQLITE_OK;
  return *this;
}

Statement& Statement::Bind(int index, std::string_view text) {
  ok_ = ok_ && sqlite3_bind_text64(statement_.get(), index, text.data(), text.size(), SQLITE_STATIC,
                                   SQLITE_UTF8) == SQLITE_OK;
  return *this;
}

Statement& Statement::Bind(int index, ByteView octets) {
  // Without octets there may be no address either, which SQLite would take for NULL.
  ok_ = ok_ && (octets.empty() ? sqlite3_bind_zeroblob(statement_.get(), index, 0)
                               : sqlite3_bind_blob64(statement_.get(), index, octets.data(),
                                                     octets.size(), SQLITE_STATIC)) == SQLITE_OK;
  return *this;
}

bool Statement::Step() {
  if (!ok_) {
    return false;
  }
  const int result = sqlite3_step(statement_.get());
  ok_ = result == SQLITE_ROW || result == SQLITE_DONE;
  return result == SQLITE_ROW;
}

std::int64_t Statement::Number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::Text(int column) const {
  return std::string{AsText(Octets(column))};
}

Bytes Statement::Octets(int column) const {
  const auto* const octets =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return octets == nullptr ? Bytes{} : ToBytes({octets, size});
}

std::optional<Database> Database::Open(const std::filesystem::path& file) {
  sqlite3* raw = nullptr;
  const int result = sqlite3_open_v2(
      file.c_str(), &raw,
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_NOFOLLOW,
      nullptr);
  Database database(raw);
  if (result != SQLITE_OK) {
    return std::nullopt;
  }
  constexpr int kWaitMilliseconds = 2000;
  sqlite3_busy_timeout(raw, kWaitMilliseconds);
  return database;
}

Result<Database> Database::OpenOwn(const fs::path& file, const DatabaseForm& form) {
  std::error_code error;
  if (const fs::path folder = file.parent_path();
      !folder.empty() && fs::create_directories(folder, error)) {
    fs::permissions(folder, fs::perms::owner_all, error);
  }
  auto database = OpenTables(file, form);
  if (!database) {
    RemoveFiles(file);
    database = OpenTables(file, form);
  }
  if (!database) {
    return MakeReason(ReasonCode::kFileUnreadable)
        .With("path", file.string())
        .Because("it cannot be opened as a database");
  }
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
  return *std::move(database);
}

bool Database::Run(const char* sql) {
  return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace signet::store
