// Memory of tensors on the processor: freed blocks are kept by size and handed out again, the last one first. A step of
// training asks for the same sizes as the step before, so its memory is still in the caches and never goes back to the
// kernel, which would clear every page of it again.
#include "shim.h"
#include "stores.h"
#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>
#include <atomic>

namespace memory {

namespace {

constexpr size_t kHeader = 64;  // Holds the block; as large as a tensor's alignment.

std::atomic<int64_t> bytesInUse{0};
std::atomic<int64_t> mostInUse{0};

void count(int64_t bytes) {
  int64_t now = bytesInUse.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  int64_t highest = mostInUse.load(std::memory_order_relaxed);
  while (now > highest && !mostInUse.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
  }
}

// A thread has a store from its first tensor to its end; what it makes while it ends has none. The two variables outlive
// the destructor, which is why they are not its members.
thread_local Store* leased = nullptr;
thread_local bool ended = false;

struct ReturnAtEnd {
  ~ReturnAtEnd() {
    Stores::all().give(leased);
    leased = nullptr;
    ended = true;
  }
};

Store* storeOfThread() {
  if (!leased && !ended) {
    leased = Stores::all().lease();
    thread_local ReturnAtEnd returnAtEnd;
  }
  return leased;
}

// When memory is short the kept blocks are given back first.
Block* fresh(size_t bytes) {
  try {
    return static_cast<Block*>(c10::alloc_cpu(bytes));
  } catch (const c10::Error&) {
    Stores::all().empty();
    return static_cast<Block*>(c10::alloc_cpu(bytes));
  }
}

Block* take(size_t bytes) {
  auto* home = bytes > kLargest ? nullptr : storeOfThread();
  if (!home) {
    auto* block = fresh(kHeader + bytes);
    block->home = nullptr;
    return block;
  }
  int sizeClass = classOf(bytes);
  auto* block = home->take(sizeClass);
  if (!block) {
    block = fresh(kHeader + sizeOf(sizeClass));
    block->sizeClass = sizeClass;
    block->home = home;
  }
  return block;
}

void release(void* data) {
  if (!data) return;
  auto* block = reinterpret_cast<Block*>(static_cast<char*>(data) - kHeader);
  count(-block->bytes);
  if (block->home)
    block->home->keep(block);
  else
    c10::free_cpu(block);
}

struct KeepingAllocator final : c10::Allocator {
  at::DataPtr allocate(size_t bytes) const override {
    auto device = at::Device(at::DeviceType::CPU);
    if (bytes == 0) return {nullptr, nullptr, &release, device};
    auto* block = take(bytes);
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

int64_t peak() { return mostInUse.load(std::memory_order_relaxed); }

}  // namespace memory

// Bytes that tensors hold, the most that they held since the last call with reset, and what is kept for the next ones.
SHIM_API int64_t shim_memory_in_use() { return memory::bytesInUse.load(); }

SHIM_API int64_t shim_memory_peak(int32_t reset) {
  return reset ? memory::mostInUse.exchange(memory::bytesInUse.load()) : memory::mostInUse.load();
}

SHIM_API int64_t shim_memory_kept() { return static_cast<int64_t>(memory::Stores::all().kept()); }
