using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The numbers below a size in random order; with a seed, in the same order at every enumeration.</summary>
internal sealed class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Shuffle()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private long[] Shuffle()
    {
        var random = seed is { } value ? new Random(value) : new Random();
        var order = new long[size];
        for (var i = 0L; i < size; i++)
        {
            var j = (((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
