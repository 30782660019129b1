namespace NasEngine.Datasets;

/// <summary>How a picture of any shape becomes a square.</summary>
internal enum ResizeMethod
{
    /// <summary>Its middle: the largest square that is in it.</summary>
    Crop,

    /// <summary>All of it in the middle of the square, with a border of black.</summary>
    Pad,

    /// <summary>All of it, wider or taller than it was.</summary>
    Stretch,
}

/// <summary>How a picture is brought into the data.</summary>
/// <param name="Size">Height and width, pixels.</param>
/// <param name="Channels">1 grey, 3 red, green, blue, 4 with alpha.</param>
/// <param name="Method">How it becomes a square.</param>
/// <param name="Filter">How pixels are mixed: <c>bilinear</c> (with mipmaps), <c>cubic</c> (Mitchell) or <c>nearest</c>.</param>
internal sealed record PictureForm(int Size, int Channels, ResizeMethod Method, string Filter)
{
    /// <summary>The filters by name.</summary>
    public static readonly string[] Filters = ["bilinear", "cubic", "nearest"];

    /// <summary>Bytes of one picture.</summary>
    public int Bytes => Channels * Size * Size;

    /// <summary>In a line, for what is made of it.</summary>
    public string Text => FormattableString.Invariant($"{Channels}×{Size}×{Size} {Method} {Filter}");
}
