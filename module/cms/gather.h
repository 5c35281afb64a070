// Gather joins small pieces of octets to larger ones before they are worked on.
//
// A BER sender may cut its content into segments of any size, and NSS takes 30 times as long for
// 64-octet pieces as for 4 KiB ones.
#ifndef SIGNET_CMS_GATHER_H_
#define SIGNET_CMS_GATHER_H_

#include <cstddef>
#include <utility>

#include "base/bytes.h"
#include "base/result.h"

namespace signet::cms {

// Gather passes octets on in the order they came. Pieces of kDirectOctets and more are passed as
// they are, without copying.
class Gather {
 public:
  static constexpr std::size_t kDirectOctets = std::size_t{4} << 10U;
  static constexpr std::size_t kGatheredOctets = std::size_t{32} << 10U;

  // `consume` is a Result<void>(ByteView).
  template <typename Consume>
  [[nodiscard]] Result<void> Push(ByteView octets, Consume&& consume) {
    if (gathered_.empty() && octets.size() >= kDirectOctets) {
      return std::forward<Consume>(consume)(octets);
    }
    gathered_.insert(gathered_.end(), octets.begin(), octets.end());
    if (gathered_.size() < kGatheredOctets) {
      return {};
    }
    return Flush(std::forward<Consume>(consume));
  }

  // Flush passes on what is left.
  template <typename Consume>
  [[nodiscard]] Result<void> Flush(Consume&& consume) {
    if (gathered_.empty()) {
      return {};
    }
    Result<void> result = std::forward<Consume>(consume)(ByteView(gathered_));
    gathered_.clear();
    return result;
  }

 private:
  Bytes gathered_;
};

}  // namespace signet::cms

#endif  // SIGNET_CMS_GATHER_H_
