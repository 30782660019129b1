using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>The tensors of a grown network as they are found, and the old ones that they come from.</summary>
/// <param name="before">Shapes of the old tensors by name.</param>
internal sealed class MorphedTensors(IReadOnlyDictionary<string, ImmutableArray<int>> before)
{
    private readonly ImmutableSortedDictionary<string, TensorMorph>.Builder _found =
        ImmutableSortedDictionary.CreateBuilder<string, TensorMorph>(StringComparer.Ordinal);

    /// <summary>What was found.</summary>
    public ImmutableSortedDictionary<string, TensorMorph> Found => _found.ToImmutable();

    /// <summary>Shape of an old tensor; null where there is none.</summary>
    public ImmutableArray<int>? Before(string name) => before.TryGetValue(name, out var shape) ? shape : null;

    /// <summary>A tensor that the old network has not.</summary>
    public void Begin(string name, TensorMorph tensor) => _found[name] = tensor;

    /// <summary>A tensor that comes from the old one of its name.</summary>
    /// <exception cref="InputException">The old one is of another rank, or larger, or none.</exception>
    public void Copy(
        string name,
        ImmutableArray<int> shape,
        ImmutableArray<int> rows,
        ImmutableArray<int> columns = default,
        ImmutableArray<double> shares = default)
    {
        var old = Before(name) ?? throw new InputException($"it has a tensor '{name}', and the other has not.");
        var grows = old.Length == shape.Length && old.Zip(shape).All(pair => pair.First <= pair.Second)
            && old.Skip(2).Zip(shape.Skip(2)).All(pair => (pair.Second - pair.First) % 2 == 0)
            && rows.All(row => row < old[0]) && (columns.IsDefault || columns.All(column => column < old[1]));
        if (!grows)
        {
            throw new InputException(
                $"it has a tensor '{name}' [{string.Join(", ", shape)}], and the other has it as [{string.Join(", ", old)}]; "
                + "tensors grow, and kernels by even numbers.");
        }

        _found[name] = new CopiedTensor(rows, columns.IsDefault ? [] : columns, shares.IsDefault ? [] : shares);
    }

    /// <summary>Refuses a network that leaves out some of the old one.</summary>
    /// <exception cref="InputException">A tensor of the old network is in none of the grown one.</exception>
    public void MustBeUsedUp()
    {
        if (before.Keys.FirstOrDefault(name => !_found.TryGetValue(name, out var tensor) || tensor is not CopiedTensor) is { } left)
        {
            throw new InputException($"it has nothing that comes from the other's tensor '{left}'.");
        }
    }
}
