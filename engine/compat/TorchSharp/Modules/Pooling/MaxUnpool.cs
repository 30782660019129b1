using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    public sealed class MaxUnpool1d(long kernel, long? stride, long? padding) : nn.Module<Tensor, Tensor, long[]?, Tensor>(nameof(MaxUnpool1d))
    {
        public long kernel_size { get; set; } = kernel;

        public long? stride { get; set; } = stride;

        public long? padding { get; set; } = padding;

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);

        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool1d(tensor, indices, kernel_size, stride, padding, output_size);
    }

    public sealed class MaxUnpool2d(long[] kernel, long[]? stride, long[]? padding) : nn.Module<Tensor, Tensor, long[]?, Tensor>(nameof(MaxUnpool2d))
    {
        public long[] kernel_size { get; set; } = kernel;

        public long[]? stride { get; set; } = stride;

        public long[]? padding { get; set; } = padding;

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);

        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool2d(tensor, indices, kernel_size, stride, padding, output_size);
    }

    public sealed class MaxUnpool3d(long[] kernel, long[]? stride, long[]? padding) : nn.Module<Tensor, Tensor, long[]?, Tensor>(nameof(MaxUnpool3d))
    {
        public long[] kernel_size { get; set; } = kernel;

        public long[]? stride { get; set; } = stride;

        public long[]? padding { get; set; } = padding;

        public new Tensor call(Tensor tensor, Tensor indices, long[]? output_size = null) => base.call(tensor, indices, output_size);

        public override Tensor forward(Tensor tensor, Tensor indices, long[]? output_size = null) =>
            nn.functional.max_unpool3d(tensor, indices, kernel_size, stride, padding, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null) =>
                new(kernel_size, stride, padding);

            public static Modules.MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], [padding ?? 0, padding ?? 0]);

            public static Modules.MaxUnpool2d MaxUnpool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null) =>
                new(Pair(kernel_size, 0), Pair(stride ?? kernel_size, 0), Pair(padding, 0));

            public static Modules.MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);

            public static Modules.MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null) =>
                new([kernel_size, kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size, stride ?? kernel_size], [padding ?? 0, padding ?? 0, padding ?? 0]);

            public static Modules.MaxUnpool3d MaxUnpool3d(
                (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null) =>
                new(Triple(kernel_size, 0), Triple(stride ?? kernel_size, 0), Triple(padding, 0));

            public static Modules.MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) =>
                new(kernel_size, stride, padding);
        }
    }
}
