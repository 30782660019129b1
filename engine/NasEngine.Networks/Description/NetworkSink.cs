using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>
/// Takes the operations of one network as they are added, and checks each: into a description, or into costs alone.
/// </summary>
internal abstract class NetworkSink
{
    /// <summary>Whether weight keys matter here.</summary>
    public abstract bool NeedsKeys { get; }

    /// <summary>Shape of what a node computes.</summary>
    public abstract FeatureShape ShapeOf(int node);

    /// <summary>Adds an operation; gives its number.</summary>
    /// <exception cref="InputException">The shapes do not fit; the message names the place.</exception>
    public int Add(Operation operation, ReadOnlySpan<int> inputs, string stage, string block)
    {
        Span<FeatureShape> shapes = inputs.Length <= 16 ? stackalloc FeatureShape[inputs.Length] : new FeatureShape[inputs.Length];
        for (var i = 0; i < shapes.Length; i++)
        {
            shapes[i] = ShapeOf(inputs[i]);
        }

        try
        {
            return Keep(operation, inputs, operation.Infer(shapes), stage, block);
        }
        catch (InputException wrong)
        {
            throw new InputException($"In {Place(stage, block)}: {wrong.Message}", wrong);
        }
    }

    /// <summary>The network that ends in a node.</summary>
    public abstract NetworkSpec Build(int output);

    /// <summary>Keeps an operation whose shape is known.</summary>
    protected abstract int Keep(Operation operation, ReadOnlySpan<int> inputs, FeatureShape shape, string stage, string block);

    private static string Place(string stage, string block) => (stage, block) switch
    {
        ("", "") => "the network",
        (_, "") => stage,
        _ => $"{stage}.{block}",
    };
}
