// A tensor's life, its metadata and its memory.
#include "shim.h"
#include <ATen/ops/from_blob.h>
#include <ATen/ops/empty.h>

SHIM_API void shim_tensor_dispose(Handle tensor) { delete tensor; }

SHIM_API Handle shim_tensor_alias(Handle tensor) { return new at::Tensor(*tensor); }

SHIM_API int64_t shim_tensor_dim(Handle tensor) { return tensor->dim(); }

SHIM_API int64_t shim_tensor_numel(Handle tensor) { return tensor->numel(); }

SHIM_API int32_t shim_tensor_dtype(Handle tensor) { return static_cast<int32_t>(tensor->scalar_type()); }

SHIM_API int64_t shim_tensor_item_size(Handle tensor) { return tensor->element_size(); }

SHIM_API int32_t shim_tensor_device(Handle tensor, int32_t* index) {
  *index = tensor->device().index();
  return static_cast<int32_t>(tensor->device().type());
}

SHIM_API void shim_tensor_sizes(Handle tensor, int64_t* sizes) {
  auto source = tensor->sizes();
  std::copy(source.begin(), source.end(), sizes);
}

SHIM_API void shim_tensor_strides(Handle tensor, int64_t* strides) {
  auto source = tensor->strides();
  std::copy(source.begin(), source.end(), strides);
}

SHIM_API int64_t shim_tensor_storage_offset(Handle tensor) { return tensor->storage_offset(); }

SHIM_API int32_t shim_tensor_is_contiguous(Handle tensor, int32_t format) {
  return tensor->is_contiguous(static_cast<at::MemoryFormat>(format));
}

SHIM_API int32_t shim_tensor_is_sparse(Handle tensor) { return tensor->is_sparse(); }

SHIM_API int32_t shim_tensor_is_same(Handle left, Handle right) { return left->is_same(*right); }

// Address of the first element of a dense tensor in the processor's memory.
SHIM_API void* shim_tensor_data(Handle tensor) {
  return shim::guard<void*>(nullptr, "data", {tensor}, [&] {
    TORCH_CHECK(tensor->device().is_cpu(), "the data of a tensor is reachable on the CPU only, this one is on ",
                tensor->device());
    return tensor->data_ptr();
  });
}

// Copies count elements laid out row by row into a new tensor.
SHIM_API Handle shim_tensor_from(const void* data, int32_t dtype, const int64_t* sizes, int32_t dims) {
  return shim::guard<Handle>(nullptr, "tensor", {}, [&] {
    auto tensor = at::empty(at::IntArrayRef(sizes, dims), static_cast<at::ScalarType>(dtype));
    if (tensor.nbytes() > 0) std::memcpy(tensor.data_ptr(), data, tensor.nbytes());
    return shim::wrap(std::move(tensor));
  });
}

// Views memory that someone else owns; release(context) is called when the last view is gone.
SHIM_API Handle shim_tensor_view(void* data, int32_t dtype, const int64_t* sizes, int32_t dims,
                                 void (*release)(void*), void* context) {
  return shim::guard<Handle>(nullptr, "from_array", {}, [&] {
    auto options = at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype));
    return shim::wrap(at::from_blob(data, at::IntArrayRef(sizes, dims), [=](void*) { release(context); }, options));
  });
}
