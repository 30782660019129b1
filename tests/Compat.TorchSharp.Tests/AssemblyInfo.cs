// Tests seed libtorch's one global generator, set its thread count and count live tensors.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
