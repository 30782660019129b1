namespace TorchSharp;

public static partial class torch
{
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);

    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);

    public static Tensor t(Tensor input) => input.t();

    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);

    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);

    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.moveaxis(source, destination);

    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);

    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);

    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);

    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);

    public static Tensor ravel(Tensor input) => input.ravel();

    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);

    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);

    public static Tensor[] unbind(Tensor input, long dim = 0L) => input.unbind(dim);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0L) => input.chunk(chunks, dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);

    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);

    public static Tensor fliplr(Tensor input) => input.fliplr();

    public static Tensor flipud(Tensor input) => input.flipud();

    public static Tensor clone(Tensor input) => input.clone();
}
