// Memory of tensors on the processor: freed blocks are kept by size and handed out again, the last one first. A step of
// training asks for the same sizes as the step before, so its memory is still in the caches and never goes back to the
// kernel, which would clear every page of it again.
#include "shim.h"
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <atomic>
#include <mutex>
#include <vector>

namespace {

constexpr size_t kHeader = 64;  // Holds the block; as large as a tensor's alignment.
constexpr size_t kLargest = size_t{256} << 20;
constexpr size_t kAlwaysKept = size_t{64} << 20;
constexpr int kSteps = 4;  // Classes per power of two: at most a fifth of a block is unused.

struct Block {
  int64_t bytes;  // As asked for.
  int32_t sizeClass;
};

std::atomic<int64_t> inUse{0};
std::atomic<int64_t> peak{0};

void count(int64_t bytes) {
  int64_t now = inUse.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  int64_t highest = peak.load(std::memory_order_relaxed);
  while (now > highest && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
  }
}

int log2Of(size_t bytes) { return 63 - __builtin_clzll(bytes); }

// Classes of 2^k·(1 + step/4), the smallest that holds the bytes.
int classOf(size_t bytes) {
  if (bytes <= 64) return 0;
  int power = log2Of(bytes - 1);
  return (power - 6) * kSteps + static_cast<int>(((bytes - 1) >> (power - 2)) & (kSteps - 1)) + 1;
}

size_t sizeOf(int sizeClass) {
  int power = 6 + sizeClass / kSteps;
  return (size_t{1} << power) / kSteps * (kSteps + sizeClass % kSteps);
}

class Store {
 public:
  Block* take(int sizeClass) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto& list = free_[sizeClass];
    if (list.empty()) return nullptr;
    auto* block = list.back();
    list.pop_back();
    kept_ -= sizeOf(sizeClass);
    return block;
  }

  // What is kept follows what tensors held at most; sizes that are no longer asked for are given back with all others.
  void keep(Block* block) {
    std::lock_guard<std::mutex> lock(mutex_);
    auto size = sizeOf(block->sizeClass);
    auto highest = static_cast<size_t>(peak.load(std::memory_order_relaxed));
    if (kept_ + size > kAlwaysKept + highest + highest / 2) giveBack();
    free_[block->sizeClass].push_back(block);
    kept_ += size;
  }

  void empty() {
    std::lock_guard<std::mutex> lock(mutex_);
    giveBack();
  }

  size_t kept() {
    std::lock_guard<std::mutex> lock(mutex_);
    return kept_;
  }

 private:
  void giveBack() {
    for (auto& list : free_) {
      for (auto* block : list) c10::free_cpu(block);
      list.clear();
    }
    kept_ = 0;
  }

  std::mutex mutex_;
  std::vector<Block*> free_[(29 - 6) * kSteps + 1];
  size_t kept_ = 0;
};

// Never destroyed: tensors are freed while the process ends.
Store& store() {
  static auto* only = new Store();
  return *only;
}

// When memory is short the kept blocks are given back first.
Block* fresh(size_t bytes) {
  try {
    return static_cast<Block*>(c10::alloc_cpu(bytes));
  } catch (const c10::Error&) {
    store().empty();
    return static_cast<Block*>(c10::alloc_cpu(bytes));
  }
}

void release(void* data) {
  if (!data) return;
  auto* block = reinterpret_cast<Block*>(static_cast<char*>(data) - kHeader);
  count(-block->bytes);
  if (block->sizeClass < 0)
    c10::free_cpu(block);
  else
    store().keep(block);
}

struct KeepingAllocator final : c10::Allocator {
  at::DataPtr allocate(size_t bytes) const override {
    auto device = at::Device(at::DeviceType::CPU);
    if (bytes == 0) return {nullptr, nullptr, &release, device};
    int sizeClass = bytes > kLargest ? -1 : classOf(bytes);
    auto* block = sizeClass < 0 ? nullptr : store().take(sizeClass);
    if (!block) {
      block = fresh(kHeader + (sizeClass < 0 ? bytes : sizeOf(sizeClass)));
      block->sizeClass = sizeClass;
    }
    block->bytes = static_cast<int64_t>(bytes);
    count(block->bytes);
    void* data = reinterpret_cast<char*>(block) + kHeader;
    return {data, data, &release, device};
  }

  at::DeleterFnPtr raw_deleter() const override { return &release; }
};

const bool installed = [] {
  static KeepingAllocator allocator;
  c10::SetCPUAllocator(&allocator, 1);
  return true;
}();

}  // namespace

// Bytes that tensors hold, the most that they held since the last call with reset, and what is kept for the next ones.
SHIM_API int64_t shim_memory_in_use() { return inUse.load(); }

SHIM_API int64_t shim_memory_peak(int32_t reset) { return reset ? peak.exchange(inUse.load()) : peak.load(); }

SHIM_API int64_t shim_memory_kept() { return static_cast<int64_t>(store().kept()); }
