#include "store/sqlite.h"

namespace signet::store {

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

bool Database::Run(const char* sql) {
  return sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace signet::store
