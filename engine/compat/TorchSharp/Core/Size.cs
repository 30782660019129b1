using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The lengths of a tensor's axes.</summary>
    public readonly struct Size(long[] shape) : IEnumerable<long>
    {
        public static readonly Size Empty = new([]);

        private readonly long[] _shape = shape;

        public Size(IEnumerable<long> shape) : this(shape.ToArray())
        {
        }

        public Size(long size) : this([size])
        {
        }

        public Size((long, long) size) : this([size.Item1, size.Item2])
        {
        }

        public Size((long, long, long) size) : this([size.Item1, size.Item2, size.Item3])
        {
        }

        public Size((long, long, long, long) size) : this([size.Item1, size.Item2, size.Item3, size.Item4])
        {
        }

        public long[] Shape => _shape ?? [];

        public int Length => Shape.Length;

        public bool IsEmpty => Length == 0;

        public long this[int index] => Shape[index];

        public static implicit operator Size(long[] shape) => new(shape);

        public static implicit operator long[](Size size) => size.Shape;

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static bool operator ==(Size left, Size right) => left.Shape.SequenceEqual(right.Shape);

        public static bool operator !=(Size left, Size right) => !(left == right);

        public long numel() => Shape.TotalSize();

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode() => Shape.Aggregate(17, HashCode.Combine);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"[{string.Join(", ", Shape)}]";
    }
}
