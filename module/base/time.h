// Clock values. No room below `host` and `cli` reads the wall clock: time is always an argument.
#ifndef SIGNET_BASE_TIME_H_
#define SIGNET_BASE_TIME_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signet {

// A point in time, UTC, to the second: the resolution of X.509 (RFC 5280, 4.1.2.5).
using Time = std::chrono::sys_seconds;

// FromMilliseconds and ToMilliseconds convert from and to the unit of JavaScript and the IDL.
[[nodiscard]] Time FromMilliseconds(double milliseconds);
[[nodiscard]] double ToMilliseconds(Time time);

// FromCivil builds a time from calendar fields; nothing if they name no second (30 February, 24:00,
// a leap second).
[[nodiscard]] std::optional<Time> FromCivil(int year, unsigned month, unsigned day, unsigned hour,
                                            unsigned minute, unsigned second);

// ParseRfc3339 reads "2026-06-01T12:00:00Z", with any offset, fractional seconds ignored (RFC 3339,
// section 5.6). Nothing if it is not in that form.
[[nodiscard]] std::optional<Time> ParseRfc3339(std::string_view text);

// FormatRfc3339 writes "2026-06-01T12:00:00Z".
[[nodiscard]] std::string FormatRfc3339(Time time);

}  // namespace signet

#endif  // SIGNET_BASE_TIME_H_
