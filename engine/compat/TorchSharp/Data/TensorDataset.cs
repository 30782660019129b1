using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Tensors with one sample per row of their first axis.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors is null || tensors.Length == 0) throw new ArgumentNullException(nameof(tensors));
        var rows = tensors[0].shape[0];
        if (tensors.Any(tensor => tensor.shape[0] != rows))
            throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
        _tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
    }

    public override long Count => _tensors[0].shape[0];

    public IList<Tensor> this[long index] => Array.ConvertAll(_tensors, tensor => tensor[index]);

    public override IList<Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        foreach (var tensor in _tensors) tensor.Dispose();
    }
}
