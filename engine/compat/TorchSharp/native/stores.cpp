#include "stores.h"
#include <c10/core/impl/alloc_cpu.h>

namespace memory {

namespace {

constexpr size_t kAlwaysKept = size_t{64} << 20;

int log2Of(size_t bytes) { return 63 - __builtin_clzll(bytes); }

}  // namespace

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

Block* Store::take(int sizeClass) {
  std::lock_guard<std::mutex> lock(mutex_);
  auto& list = free_[sizeClass];
  if (list.empty()) return nullptr;
  auto* block = list.back();
  list.pop_back();
  kept_ -= sizeOf(sizeClass);
  return block;
}

void Store::keep(Block* block) {
  if (!tryKeep(block, 0)) Stores::all().keep(*this, block);
}

bool Store::tryKeep(Block* block, size_t allowance) {
  std::lock_guard<std::mutex> lock(mutex_);
  auto size = sizeOf(block->sizeClass);
  if (kept_ + size > allowed_ + allowance) return false;
  allowed_ += allowance;
  free_[block->sizeClass].push_back(block);
  kept_ += size;
  return true;
}

void Store::empty() {
  std::lock_guard<std::mutex> lock(mutex_);
  for (auto& list : free_) {
    for (auto* block : list) c10::free_cpu(block);
    list.clear();
  }
  kept_ = allowed_ = 0;
}

// Never destroyed: tensors are freed while the process ends.
Stores& Stores::all() {
  static auto* only = new Stores();
  return *only;
}

// The store of the thread that ended last serves the next thread: its blocks are the likeliest to be in a cache.
Store* Stores::lease() {
  std::lock_guard<std::mutex> lock(mutex_);
  if (idle_.empty()) {
    stores_.push_back(new Store());
    return stores_.back();
  }
  auto* last = idle_.back();
  idle_.pop_back();
  return last;
}

void Stores::give(Store* store) {
  std::lock_guard<std::mutex> lock(mutex_);
  idle_.push_back(store);
}

// What is kept follows what tensors held at most; sizes that are no longer asked for are given back with all others.
void Stores::keep(Store& store, Block* block) {
  std::lock_guard<std::mutex> lock(mutex_);
  auto size = sizeOf(block->sizeClass);
  auto highest = static_cast<size_t>(peak());
  if (allowed_ + size > kAlwaysKept + highest + highest / 2) giveBack();
  store.tryKeep(block, size);
  allowed_ += size;
}

void Stores::empty() {
  std::lock_guard<std::mutex> lock(mutex_);
  giveBack();
}

size_t Stores::kept() {
  std::lock_guard<std::mutex> lock(mutex_);
  size_t sum = 0;
  for (auto* store : stores_) {
    std::lock_guard<std::mutex> own(store->mutex_);
    sum += store->kept_;
  }
  return sum;
}

void Stores::giveBack() {
  for (auto* store : stores_) store->empty();
  allowed_ = 0;
}

}  // namespace memory
