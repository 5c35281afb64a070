// A thin owner of an SQLite connection and its statements.
//
// SQLite is linked from its static archive with hidden symbols: in Thunderbird's process the names
// sqlite3_… belong to the host's own copy, which it has configured in its own way
// (module/store/room.cmake).
#ifndef SIGNET_STORE_SQLITE_H_
#define SIGNET_STORE_SQLITE_H_

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::store {

struct DatabaseDeleter {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct StatementDeleter {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

// One statement with its parameters; made for one use. Texts and octets that are bound outlive it.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  // Parameters from 1 on.
  Statement& Bind(int index, std::int64_t number);
  Statement& Bind(int index, std::string_view text);
  Statement& Bind(int index, ByteView octets);

  // Step gives whether there is a row; errors end the rows. `ok` is false after one.
  [[nodiscard]] bool Step();
  [[nodiscard]] bool ok() const { return ok_; }

  // Columns from 0 on, of the current row.
  [[nodiscard]] std::int64_t Number(int column) const;
  [[nodiscard]] std::string Text(int column) const;
  [[nodiscard]] Bytes Octets(int column) const;

 private:
  std::unique_ptr<sqlite3_stmt, StatementDeleter> statement_;
  bool ok_ = true;
};

// The tables of a database of ours.
struct DatabaseForm {
  // Changes with the form of the tables.
  std::int64_t version = 1;
  // Statements that make the tables, in one transaction.
  std::string_view schema;
};

// Database is one connection. One thread at a time.
class Database {
 public:
  // OpenOwn opens or makes a database of ours, with its folder, for this user alone: what one has
  // read tells with whom one corresponds. Any number of processes may; one that is killed leaves it
  // whole. A file that is damaged or has another form is replaced. Reason: file-unreadable (text
  // `path`).
  [[nodiscard]] static Result<Database> OpenOwn(const std::filesystem::path& file,
                                                const DatabaseForm& form);

  // Nothing: it cannot be opened. Others are waited for, for a short time.
  [[nodiscard]] static std::optional<Database> Open(const std::filesystem::path& file);

  // Runs statements without results; false: an error.
  [[nodiscard]] bool Run(const char* sql);
  [[nodiscard]] Statement Prepare(std::string_view sql) { return {database_.get(), sql}; }

 private:
  explicit Database(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, DatabaseDeleter> database_;
};

}  // namespace signet::store

#endif  // SIGNET_STORE_SQLITE_H_
