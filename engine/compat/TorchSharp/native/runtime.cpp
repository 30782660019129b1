// Threads, random generators and the version this shim was built against.
#include "shim.h"
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <torch/version.h>
#include <dlfcn.h>
#include <mutex>

namespace {

// OpenBLAS has threads of its own that libtorch does not know of; without this a thread that asked for one thread has
// its larger products split over all cores, and waits for those of the other threads.
void setBlasThreads(int count) {
  static auto* set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
  if (set) set(count);
}

}  // namespace

SHIM_API const char* shim_version() { return TORCH_VERSION; }

SHIM_API int32_t shim_get_num_threads() { return at::get_num_threads(); }

SHIM_API int32_t shim_set_num_threads(int32_t count) {
  return shim::guard<int32_t>(-1, "set_num_threads", {}, [&] {
    at::set_num_threads(count);
    setBlasThreads(count);
    return 0;
  });
}

SHIM_API int32_t shim_get_num_interop_threads() { return at::get_num_interop_threads(); }

SHIM_API int32_t shim_set_num_interop_threads(int32_t count) {
  return shim::guard<int32_t>(-1, "set_num_interop_threads", {}, [&] {
    at::set_num_interop_threads(count);
    return 0;
  });
}

SHIM_API at::Generator* shim_default_generator() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }

SHIM_API at::Generator* shim_new_generator(uint64_t seed) {
  return new at::Generator(at::detail::createCPUGenerator(seed));
}

SHIM_API void shim_generator_dispose(at::Generator* generator) { delete generator; }

SHIM_API void shim_generator_set_seed(at::Generator* generator, int64_t seed) {
  std::lock_guard<std::mutex> lock(generator->mutex());
  generator->set_current_seed(static_cast<uint64_t>(seed));
}

SHIM_API int64_t shim_generator_seed(at::Generator* generator) {
  std::lock_guard<std::mutex> lock(generator->mutex());
  return static_cast<int64_t>(generator->seed());
}

SHIM_API int64_t shim_generator_initial_seed(at::Generator* generator) {
  return static_cast<int64_t>(generator->current_seed());
}

SHIM_API Handle shim_generator_state(at::Generator* generator) {
  return shim::guard<Handle>(nullptr, "get_state", {}, [&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    return shim::wrap(generator->get_state());
  });
}

SHIM_API int32_t shim_generator_set_state(at::Generator* generator, Handle state) {
  return shim::guard<int32_t>(-1, "set_state", {state}, [&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_state(*state);
    return 0;
  });
}
