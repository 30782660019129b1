// Freed blocks of memory, kept by size to be handed out again.
#pragma once
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace memory {

class Store;

struct Block {
  int64_t bytes;  // As asked for.
  int32_t sizeClass;
  Store* home;  // Where the block goes when it is freed; none for a block that is not kept.
};

constexpr size_t kLargest = size_t{256} << 20;  // Blocks that are larger are not kept.
constexpr int kSteps = 4;                       // Classes per power of two: at most a fifth of a block is unused.
constexpr int kClasses = (28 - 6) * kSteps + 1;

int classOf(size_t bytes);
size_t sizeOf(int sizeClass);

// The blocks that one thread took: they come back to it, whichever thread frees them, so that they are in the caches of
// the core that uses them next, and so that threads do not wait for each other.
class Store {
 public:
  Block* take(int sizeClass);
  void keep(Block* block);

 private:
  friend class Stores;

  bool tryKeep(Block* block, size_t allowance);
  void empty();

  std::mutex mutex_;
  std::vector<Block*> free_[kClasses];
  size_t kept_ = 0;
  size_t allowed_ = 0;
};

// All stores, each with the thread that it serves or waiting for the next thread, and what they may keep together.
class Stores {
 public:
  static Stores& all();

  Store* lease();
  void give(Store* store);

  // Keeps a block that its store had no allowance for; when that is too much for all, what they keep is given back first.
  void keep(Store& store, Block* block);
  void empty();
  size_t kept();

 private:
  void giveBack();

  std::mutex mutex_;
  std::vector<Store*> stores_;
  std::vector<Store*> idle_;
  size_t allowed_ = 0;
};

// The most bytes that tensors held.
int64_t peak();

}  // namespace memory
