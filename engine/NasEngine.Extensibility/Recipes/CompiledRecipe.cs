namespace NasEngine.Extensibility.Recipes;

/// <summary>A recipe that was compiled, with what the compiler read for it.</summary>
/// <param name="Assembly">The assembly with embedded debug information.</param>
/// <param name="Files">The files that it was made of, beside the recipe itself.</param>
internal sealed record CompiledRecipe(byte[] Assembly, IReadOnlyList<RecipeFile> Files)
{
    private const string Format = "nas-recipe-2";

    /// <summary>Paths of the libraries that it runs with.</summary>
    public IReadOnlyList<string> Libraries => Used(RecipeFileUse.Library);

    /// <summary>Paths of the native libraries that they may load.</summary>
    public IReadOnlyList<string> Natives => Used(RecipeFileUse.Native);

    /// <summary>It as one file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(Format);
            writer.Write(Files.Count);
            foreach (var file in Files)
            {
                writer.Write(file.Path);
                writer.Write(file.Hash);
                writer.Write((byte)file.Use);
            }

            writer.Write(RecipeFile.HashOf(Assembly));
            writer.Write(Assembly);
        }

        return bytes.ToArray();
    }

    /// <summary>What <see cref="ToBytes"/> wrote; null when it is something else, or damaged.</summary>
    public static CompiledRecipe? FromBytes(byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes));
            if (reader.ReadString() != Format)
            {
                return null;
            }

            var files = Enumerable.Range(0, reader.ReadInt32())
                .Select(_ => new RecipeFile(reader.ReadString(), reader.ReadString(), (RecipeFileUse)reader.ReadByte()))
                .ToArray();
            var hash = reader.ReadString();
            var assembly = reader.ReadBytes(bytes.Length);
            return RecipeFile.HashOf(assembly) == hash ? new CompiledRecipe(assembly, files) : null;
        }
        catch (Exception damage) when (damage is IOException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private string[] Used(RecipeFileUse use) => [.. Files.Where(file => file.Use == use).Select(file => file.Path)];
}
