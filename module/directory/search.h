// Searches: which questions are put to an LDAP directory to find certificates, as values. Whoever
// has a connection makes them and gives the values of the entries found to directory/answer.h.
//
// Certificates stand in the attributes userCertificate (RFC 4523, 2.1, and 4.1: to be asked for
// with the option ;binary, which not every server knows) and userSMIMECertificate (RFC 2798, 2.8).
#ifndef SIGNET_DIRECTORY_SEARCH_H_
#define SIGNET_DIRECTORY_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace signet::directory {

// RFC 4511, 4.5.1.2.
enum class Scope : std::uint8_t { kBase, kOne, kSubtree };

// Where in a directory people are, as the person's settings say.
struct Place {
  // Distinguished name (RFC 4514), UTF-8.
  std::string base = {};
  Scope scope = Scope::kSubtree;
  // A filter (RFC 4515) that entries must pass, too; empty: none.
  std::string filter = {};
  // The attributes that hold addresses; empty: mail (RFC 4524, 2.16).
  std::vector<std::string> address_attributes = {};
};

// One search (RFC 4511, 4.5.1). Value type.
struct Search {
  std::string base;
  Scope scope = Scope::kSubtree;
  std::string filter;
  std::vector<std::string> attributes;
  // Entries, octets of all answers together, and values that are accepted.
  std::size_t most_entries = 0;
  std::size_t most_octets = 0;
  std::size_t most_values = 0;
  // The addresses that it asks for, as they were given.
  std::vector<std::string> addresses;

  bool operator==(const Search&) const = default;
};

// MakeSearches asks for the addresses (UTF-8, without display name), several in one search, each
// once. What is no address (pkix/address.h) is left out. `in_one` is how many share a search, at
// most limits::kDirectoryAddresses: an answer that is too large for all of them may not be for one.
[[nodiscard]] std::vector<Search> MakeSearches(const Place& place,
                                               std::span<const std::string> addresses,
                                               std::size_t in_one);

}  // namespace signet::directory

#endif  // SIGNET_DIRECTORY_SEARCH_H_
