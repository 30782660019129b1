using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle on a tensor of libtorch; freed by its dispose scope, by Dispose or by its finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        private static long _totalCount;
        private static long _peakCount;

        internal nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            CountOneMore();
            OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
        }

        /// <summary>Takes the place of a tensor, which stays behind empty: nothing is made and nothing is freed.</summary>
        private protected Tensor(Tensor source)
        {
            var scope = source.OwningDisposeScope;
            handle = source.MoveHandle();
            CountOneMore();
            OwningDisposeScope = scope;
            scope?.Disposables.Add(this);
        }

        ~Tensor() => Release();

        public static long TotalCount => Interlocked.Read(ref _totalCount);

        public static long PeakCount => Interlocked.Read(ref _peakCount);

        public string? name { get; set; }

        public bool IsInvalid => handle == 0;

        public IntPtr Handle => handle != 0
            ? handle
            : throw new InvalidOperationException("Tensor invalid -- empty handle: the tensor was disposed before this use.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (handle == 0) return;
            DisposeScopeManager.ThreadSingleton.Disposing(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            Release();
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null)
                other?.Attach(this);
            else
                OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        public IntPtr DecoupleFromNativeHandle()
        {
            var decoupled = Handle;
            GC.SuppressFinalize(this);
            Interlocked.Decrement(ref _totalCount);
            handle = 0;
            return decoupled;
        }

        /// <summary>Gives the native tensor to a new owner; this object stays behind empty.</summary>
        internal nint MoveHandle()
        {
            OwningDisposeScope?.MarkAsDisposed(this);
            return DecoupleFromNativeHandle();
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        /// <summary>The shape, the element type and the device, as in [2x3], type = Float32, device = cpu.</summary>
        public override string ToString() => this.metastr();

        private static void CountOneMore()
        {
            var count = Interlocked.Increment(ref _totalCount);
            if (count > Volatile.Read(ref _peakCount)) Volatile.Write(ref _peakCount, count);
        }

        private void Release()
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released == 0) return;
            Interlocked.Decrement(ref _totalCount);
            NativeCounters.Releases++;
            Native.shim_tensor_dispose(released);
        }
    }
}
