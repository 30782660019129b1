namespace TorchSharp.Modules
{
    public sealed class ConstantPad1d : PadBase
    {
        internal ConstantPad1d(double value, params long[] padding) : base(nameof(ConstantPad1d), PaddingModes.Constant, value, padding)
        {
        }
    }

    public sealed class ConstantPad2d : PadBase
    {
        internal ConstantPad2d(double value, params long[] padding) : base(nameof(ConstantPad2d), PaddingModes.Constant, value, padding)
        {
        }
    }

    public sealed class ConstantPad3d : PadBase
    {
        internal ConstantPad3d(double value, params long[] padding) : base(nameof(ConstantPad3d), PaddingModes.Constant, value, padding)
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ConstantPad1d ConstantPad1d(long padding, double value) => new(value, [padding, padding]);

            public static Modules.ConstantPad1d ConstantPad1d((long, long) padding, double value) =>
                new(value, [padding.Item1, padding.Item2]);

            public static Modules.ConstantPad2d ConstantPad2d(long padding, double value) => new(value, [padding, padding, padding, padding]);

            public static Modules.ConstantPad2d ConstantPad2d((long, long, long, long) padding, double value) =>
                new(value, [padding.Item1, padding.Item2, padding.Item3, padding.Item4]);

            public static Modules.ConstantPad3d ConstantPad3d(long padding, double value) => new(value, [padding, padding, padding, padding, padding, padding]);

            public static Modules.ConstantPad3d ConstantPad3d((long, long, long, long, long, long) padding, double value) =>
                new(value, [padding.Item1, padding.Item2, padding.Item3, padding.Item4, padding.Item5, padding.Item6]);
        }
    }
}
