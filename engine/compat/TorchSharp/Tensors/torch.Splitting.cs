namespace TorchSharp;

public static partial class torch
{
    public static Tensor[] vsplit(Tensor input, long indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor[] vsplit(Tensor input, params long[] indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor[] vsplit(Tensor input, Tensor indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long) indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long, long) indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, params long[] indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long) indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long, long) indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, (long, long, long, long) indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);

    public static Tensor[] dsplit(Tensor input, params long[] indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0L) => input.tensor_split(indices_or_sections, dim);
}
