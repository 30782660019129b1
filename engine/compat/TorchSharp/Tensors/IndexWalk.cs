using static TorchSharp.torch;
using static TorchSharp.torch.TensorIndex;

namespace TorchSharp;

/// <summary>Walks an index expression along the axes of a tensor, as Python's indexing does.</summary>
internal sealed class IndexWalk
{
    private readonly TensorIndex[] _indices;
    private readonly List<Tensor?> _tensors = [];
    private Tensor _view;
    private int _axis;
    private int _maskedAxes;

    internal IndexWalk(Tensor tensor, TensorIndex[] indices)
    {
        _indices = indices;
        _view = tensor.alias();
        var consumed = indices.Sum(Consumed);
        if (consumed > tensor.ndim)
            throw new IndexOutOfRangeException($"too many indices for tensor of dimension {tensor.ndim}: {consumed} given");
    }

    internal (Tensor, Tensor?[]?) Result => (_view, _tensors.Count == 0 ? null : _tensors.ToArray());

    internal void Apply(in TensorIndex index)
    {
        switch (index.Kind)
        {
            case IndexKind.Single:
                Replace(_view.select(_axis, index.Start!.Value));
                break;
            case IndexKind.Slice:
                if (index.Start is not null || index.Stop is not null || index.Step is not null)
                    Replace(Interop.Aten.slice_Tensor.Call(_view, _axis, index.Start, index.Stop, index.Step ?? 1L));
                _axis++;
                break;
            case IndexKind.Ellipsis:
                _axis += (int)(_view.ndim - _axis - Remaining());
                break;
            case IndexKind.None or IndexKind.Null:
                Replace(_view.unsqueeze(_axis++));
                break;
            case IndexKind.Bool:
                Replace(_view.unsqueeze(_axis));
                Put(tensor(index.Start != 0).unsqueeze(0), 1);
                break;
            case IndexKind.Tensor:
                Put(index.Index!, Consumed(index));
                break;
        }
    }

    private static int Consumed(TensorIndex index) => index.Kind switch
    {
        IndexKind.Single or IndexKind.Slice => 1,
        IndexKind.Tensor => index.Index!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)index.Index.ndim : 1,
        _ => 0,
    };

    private int Remaining()
    {
        var at = Array.FindIndex(_indices, index => index.Kind == IndexKind.Ellipsis);
        return _indices.Skip(at + 1).Sum(Consumed);
    }

    private void Put(Tensor tensor, int axes)
    {
        while (_tensors.Count < _axis - _maskedAxes) _tensors.Add(null);
        _tensors.Add(tensor);
        _axis += axes;
        _maskedAxes += axes - 1;
    }

    private void Replace(Tensor view)
    {
        _view.Dispose();
        _view = view;
    }
}
