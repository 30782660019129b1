using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static unsafe partial class torch
{
    public partial class Tensor
    {
        /// <summary>Access to the elements where they are, without a copy.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            ValidateType(typeof(T));
            return new TensorAccessor<T>(this);
        }

        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException("Number of elements in the tensor must be 1");
            using var one = cpu();
            return one.data<T>()[0];
        }

        public T ReadCpuValue<T>(long i) where T : unmanaged => data<T>()[i];

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public Scalar ToScalar() => Scalar.FromValue(Aten.item.CallValue(this));

        /// <summary>The memory of a contiguous tensor; setting it copies bytes in.</summary>
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }

            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                    throw new ArgumentException($"Mismatched data sizes in SetBytes(): {value.Length} bytes for {target.Length}.");
                value.CopyTo(target);
            }
        }

        internal void* DataPointer
        {
            get
            {
                var data = Read(Native.shim_tensor_data(Handle));
                if (data == 0) NativeError.ThrowIfAny();
                return (void*)data;
            }
        }

        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var source = cpu().contiguous();
            var left = source.NumberOfElements * source.ElementSize;
            for (var at = (byte*)source.DataPointer; left > 0;)
            {
                var part = (int)Math.Min(left, 1 << 20);
                stream.Write(new ReadOnlySpan<byte>(at, part));
                at += part;
                left -= part;
            }
        }

        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            if (!is_contiguous()) throw new InvalidOperationException("ReadBytesFromStream() called on non-contiguous tensor.");
            var left = NumberOfElements * ElementSize;
            for (var at = (byte*)DataPointer; left > 0;)
            {
                var part = (int)Math.Min(left, 1 << 20);
                stream.ReadExactly(new Span<byte>(at, part));
                at += part;
                left -= part;
            }
        }

        private void ValidateType(Type type)
        {
            if (FindScalarType(type) != dtype)
                throw new ArgumentException($"{type.Name} is not compatible with {dtype}");
        }
    }
}
