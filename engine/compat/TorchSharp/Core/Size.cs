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

        public Size((long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5])
        {
        }

        public Size((long, long, long, long, long, long) size)
            : this([size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6])
        {
        }

        public long[] Shape => _shape ?? [];

        public int Length => Shape.Length;

        public bool IsEmpty => Length == 0;

        public bool IsScalar => IsEmpty;

        public long this[int idx] => Shape[idx];

        public long this[long idx] => Shape[idx];

        public static implicit operator Size(long[] shape) => new(shape);

        public static implicit operator long[](Size size) => size.Shape;

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        public static Size operator +(Size left, Size right) => new([.. left.Shape, .. right.Shape]);

        public static Size operator +(Size left, IEnumerable<long> right) => new([.. left.Shape, .. right]);

        public static bool operator ==(Size left, Size right) => left.Shape.SequenceEqual(right.Shape);

        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The lengths from one axis to another, which does not belong; negative numbers count from the end.</summary>
        public Size Slice(int first, int next)
        {
            var (start, end) = (first < 0 ? Length + first : first, next < 0 ? Length + next : next);
            return end <= start ? Empty : new Size(Shape[start..end]);
        }

        public IEnumerable<long> Take(int i) => Shape.Take(i);

        public long numel() => Shape.TotalSize();

        public override bool Equals(object? obj) => obj is Size other && this == other;

        public override int GetHashCode() => Shape.Aggregate(17, HashCode.Combine);

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shape).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public override string ToString() => $"[{string.Join(", ", Shape)}]";
    }
}
