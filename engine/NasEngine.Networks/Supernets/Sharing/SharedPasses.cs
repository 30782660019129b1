using NasEngine.Contracts;
using TorchSharp;

namespace NasEngine.Networks;

/// <summary>
/// Passes of which helpers run their share. A pass is a function of the weights it touches and of its batch, so where it runs changes
/// nothing on machines of one kind, and who sums takes the results in the order of the passes, however many helpers there are.
/// </summary>
internal sealed class SharedPasses
{
    private readonly Supernet _supernet;
    private readonly IReadOnlyList<Pass> _passes;
    private readonly int[] _firsts;
    private readonly Task<PassResult[]?>[] _answers;

    private SharedPasses(IReadOnlyList<Pass> passes, Supernet supernet, IHelpers helpers, int sharers, CancellationToken cancellation)
    {
        (_passes, _supernet) = (passes, supernet);
        _firsts = [.. Enumerable.Range(0, sharers + 1).Select(sharer => First(sharer, sharers, passes.Count))];
        _answers = [.. Enumerable.Range(0, sharers - 1).Select(helper =>
        {
            var part = PassWork.Write([.. Part(helper)], supernet);
            return Task.Run(
                async () => Results(helper, await helpers.AskAsync(helper, part, cancellation).ConfigureAwait(false)), cancellation);
        })];
    }

    /// <summary>Gives helpers their shares; null where all is done here.</summary>
    public static SharedPasses? Ask(IReadOnlyList<Pass> passes, Supernet supernet, IHelpers helpers, CancellationToken cancellation)
    {
        var sharers = Math.Min(1 + helpers.Count, passes.Count);
        return sharers > 1 && passes.All(pass => pass.Loss is null)
            ? new SharedPasses(passes, supernet, helpers, sharers, cancellation)
            : null;
    }

    /// <summary>Runs the share of another process, and writes the results.</summary>
    public static byte[] Help(byte[] work, Supernet supernet, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        supernet.Run(PassWork.Read(work, supernet), (_, result) => PassAnswer.Write(to, result), cancellation);
        to.Flush();
        return bytes.ToArray();
    }

    /// <summary>What a helper gave, once it is there; null for a pass that is to be run here.</summary>
    public PassResult? ResultOf(int number)
    {
        var sharer = Array.FindLastIndex(_firsts, first => first <= number);
        return sharer == 0 ? null : _answers[sharer - 1].GetAwaiter().GetResult()?[number - _firsts[sharer]];
    }

    /// <summary>The first share is done here: with few passes it is the larger.</summary>
    private static int First(int sharer, int sharers, int passes) => ((passes * sharer) + sharers - 1) / sharers;

    private IEnumerable<Pass> Part(int helper) => _passes.Skip(_firsts[helper + 1]).Take(_firsts[helper + 2] - _firsts[helper + 1]);

    private PassResult[]? Results(int helper, byte[]? answer)
    {
        if (answer is null)
        {
            return null;
        }

        using var from = new BinaryReader(new MemoryStream(answer, writable: false));
        return [.. Part(helper).Select(pass => PassAnswer.Read(from, _supernet.Describe(pass.Route), _supernet.Weights.Device))];
    }
}
