namespace NasEngine.Contracts;

/// <summary>Shape of one image, channels first.</summary>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Bytes of one image.</summary>
    public int Size => Channels * Height * Width;
}
