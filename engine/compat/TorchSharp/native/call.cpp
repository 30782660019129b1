// Any operator of libtorch, by its schema's name: the arguments arrive as tagged values and go through the boxed
// dispatcher; trailing arguments that the caller leaves out take the schema's defaults.
#include "shim.h"
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/Generator.h>
#include <cstring>

namespace {

enum class Kind : int32_t {
  None, Tensor, Int, Double, Bool, Ints, Doubles, Tensors, OptionalTensors, String, Device, Generator, Bools
};

struct Value {
  Kind kind;
  int32_t count;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

struct Operator {
  c10::OperatorHandle handle;
  std::string name;
};

c10::IValue toIValue(const Value& value) {
  switch (value.kind) {
    case Kind::None: return {};
    case Kind::Tensor: return *static_cast<Handle>(value.pointer);
    case Kind::Int: return value.integer;
    case Kind::Double: return value.real;
    case Kind::Bool: return value.integer != 0;
    case Kind::Ints: {
      auto* items = static_cast<const int64_t*>(value.pointer);
      return c10::IValue(at::IntArrayRef(items, value.count));
    }
    case Kind::Doubles: {
      auto* items = static_cast<const double*>(value.pointer);
      return c10::IValue(c10::List<double>(at::ArrayRef<double>(items, value.count)));
    }
    case Kind::Bools: {
      auto* items = static_cast<const int64_t*>(value.pointer);
      c10::List<bool> list;
      for (int32_t i = 0; i < value.count; i++) list.push_back(items[i] != 0);
      return c10::IValue(std::move(list));
    }
    case Kind::Tensors: {
      auto* items = static_cast<Handle*>(value.pointer);
      c10::List<at::Tensor> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; i++) list.push_back(*items[i]);
      return c10::IValue(std::move(list));
    }
    case Kind::OptionalTensors: {
      auto* items = static_cast<Handle*>(value.pointer);
      c10::List<c10::optional<at::Tensor>> list;
      list.reserve(value.count);
      for (int32_t i = 0; i < value.count; i++)
        list.push_back(items[i] ? c10::optional<at::Tensor>(*items[i]) : c10::nullopt);
      return c10::IValue(std::move(list));
    }
    case Kind::String: return std::string(static_cast<const char*>(value.pointer), value.count);
    case Kind::Device:
      return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
    case Kind::Generator: return *static_cast<at::Generator*>(value.pointer);
  }
  throw std::runtime_error("a value of an unknown kind");
}

Value tensorList(const c10::IValue& value) {
  auto tensors = value.toTensorVector();
  auto* items = new Handle[tensors.size()];
  for (size_t i = 0; i < tensors.size(); i++) items[i] = shim::wrap(std::move(tensors[i]));
  Value list{Kind::Tensors, static_cast<int32_t>(tensors.size()), {}};
  list.pointer = items;
  return list;
}

Value fromIValue(c10::IValue&& value) {
  Value result{Kind::None, 0, {}};
  if (value.isTensor()) {
    result.kind = Kind::Tensor;
    result.pointer = shim::wrap(std::move(value).toTensor());
  } else if (value.isInt()) {
    result.kind = Kind::Int;
    result.integer = value.toInt();
  } else if (value.isDouble()) {
    result.kind = Kind::Double;
    result.real = value.toDouble();
  } else if (value.isBool()) {
    result.kind = Kind::Bool;
    result.integer = value.toBool();
  } else if (value.isTensorList()) {
    return tensorList(value);
  } else if (!value.isNone()) {
    throw std::runtime_error("a result of an unknown kind: " + value.tagKind());
  }
  return result;
}

}  // namespace

SHIM_API void* shim_find_operator(const char* name, const char* overload) {
  return shim::guard<void*>(nullptr, name, {}, [&]() -> void* {
    auto handle = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
    return new Operator{handle, name};
  });
}

// Returns the number of results, or -1 after an error.
SHIM_API int32_t shim_call(void* op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
  auto& target = *static_cast<Operator*>(op);
  auto operand = [&](int32_t i) -> const at::Tensor* {
    return i < count && arguments[i].kind == Kind::Tensor ? static_cast<Handle>(arguments[i].pointer) : nullptr;
  };
  return shim::guard<int32_t>(-1, target.name.c_str(), {operand(0), operand(1), operand(2)}, [&] {
    const auto& schema = target.handle.schema().arguments();
    torch::jit::Stack stack;
    stack.reserve(schema.size());
    for (int32_t i = 0; i < count; i++) stack.push_back(toIValue(arguments[i]));
    for (size_t i = count; i < schema.size(); i++) {
      TORCH_CHECK(schema[i].default_value(), target.name, " needs its argument ", schema[i].name());
      stack.push_back(*schema[i].default_value());
    }
    target.handle.callBoxed(&stack);
    int32_t produced = std::min<int32_t>(capacity, stack.size());
    for (int32_t i = 0; i < produced; i++) results[i] = fromIValue(std::move(stack[i]));
    return produced;
  });
}

SHIM_API void shim_free_list(Handle* list) { delete[] list; }
