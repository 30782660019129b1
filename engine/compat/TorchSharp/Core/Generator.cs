using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A stream of random numbers with a seed and a state that can be read and set.</summary>
    public class Generator : IDisposable
    {
        private readonly bool _isDefault;
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? torch.CPU;
            if (this.device.type != DeviceType.CPU) InitializeDeviceType(this.device.type);
            _handle = NativeError.Check(Native.shim_new_generator(seed));
        }

        private Generator(nint handle)
        {
            device = torch.CPU;
            _handle = handle;
            _isDefault = true;
        }

        ~Generator() => Release();

        public static Generator Default { get; } = new(Native.shim_default_generator());

        public IntPtr Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        public Device device { get; }

        public Tensor get_state()
        {
            var state = new Tensor(NativeError.Check(Native.shim_generator_state(Handle)));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            NativeError.Check(Native.shim_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(this);
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            Native.shim_generator_set_seed(Handle, seed);
            return this;
        }

        public long seed() => Native.shim_generator_seed(Handle);

        public long initial_seed() => Native.shim_generator_initial_seed(Handle);

        /// <summary>Frees the stream; the default one, which everybody shares, lives on.</summary>
        public void Dispose()
        {
            if (_isDefault) return;
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) Native.shim_generator_dispose(handle);
        }
    }

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long seed() => random.seed();

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    public static partial class random
    {
        public static long seed() => Generator.Default.seed();

        public static long initial_seed() => Generator.Default.initial_seed();

        public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }
}
