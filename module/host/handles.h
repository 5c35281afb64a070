// HandleTable: objects that the outside names by integers. A handle carries the generation of its
// slot, so that one which was closed, or never given out, finds nothing instead of something else.
//
// Layout, from the least significant bit: 12 bits slot, 2 bits kind, 39 bits generation: 53 bits in
// all, so that a handle is exact in a JavaScript number. A generation of one slot is used once;
// with 39 bits a slot lasts for longer than the process.
#ifndef SIGNET_HOST_HANDLES_H_
#define SIGNET_HOST_HANDLES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "base/limits.h"

namespace signet::host {

// What a handle is for. Never 0, so that no handle is 0.
enum class HandleKind : std::uint8_t { kModule = 1, kResponse = 2 };

// HandleTable is thread-safe. It shares ownership: an object lives on while somebody who has found
// it still uses it.
template <typename T>
class HandleTable {
 public:
  explicit HandleTable(HandleKind kind) : kind_(kind) {}

  // Add gives the object a handle; nothing if limits::kCallHandles are in use. May throw bad_alloc.
  [[nodiscard]] std::optional<std::uint64_t> Add(std::shared_ptr<T> object) {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      if (slots_.size() == limits::kCallHandles) {
        return std::nullopt;
      }
      free_.reserve(slots_.size() + 1);  // so that Remove never allocates
      slots_.push_back({.object = std::move(object), .generation = 0});
      return Handle(slots_.size() - 1);
    }
    const std::size_t index = free_.back();
    free_.pop_back();
    slots_[index].object = std::move(object);
    return Handle(index);
  }

  // Find gives the object, or null for a handle that is not of this table and generation.
  [[nodiscard]] std::shared_ptr<T> Find(std::uint64_t handle) {
    const std::lock_guard lock(mutex_);
    const Slot* slot = SlotOf(handle);
    return slot == nullptr ? nullptr : slot->object;
  }

  // Remove ends the handle and gives the object back, or null as Find does. Never throws.
  std::shared_ptr<T> Remove(std::uint64_t handle) {
    const std::lock_guard lock(mutex_);
    Slot* slot = SlotOf(handle);
    if (slot == nullptr) {
      return nullptr;
    }
    ++slot->generation;
    free_.push_back(handle & kSlotMask);
    return std::exchange(slot->object, nullptr);
  }

 private:
  struct Slot {
    std::shared_ptr<T> object;
    std::uint64_t generation;
  };

  static constexpr unsigned kSlotBits = 12;
  static constexpr unsigned kKindBits = 2;
  static constexpr std::uint64_t kSlotMask = (std::uint64_t{1} << kSlotBits) - 1;
  static_assert(limits::kCallHandles <= kSlotMask + 1);

  [[nodiscard]] std::uint64_t Handle(std::size_t index) const {
    return (slots_[index].generation << (kSlotBits + kKindBits)) |
           (static_cast<std::uint64_t>(kind_) << kSlotBits) | index;
  }

  [[nodiscard]] Slot* SlotOf(std::uint64_t handle) {
    const std::size_t index = handle & kSlotMask;
    if (index >= slots_.size() || slots_[index].object == nullptr || Handle(index) != handle) {
      return nullptr;
    }
    return &slots_[index];
  }

  const HandleKind kind_;
  std::mutex mutex_;
  std::vector<Slot> slots_;
  std::vector<std::size_t> free_;
};

}  // namespace signet::host

#endif  // SIGNET_HOST_HANDLES_H_
