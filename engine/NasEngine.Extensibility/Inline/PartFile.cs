using System.Security.Cryptography;
using NasEngine.Contracts;

namespace NasEngine.Extensibility.Inline;

/// <summary>A part that is written in a recipe, with all that another process needs to run it.</summary>
/// <param name="Kind">Full name of the interface that it is made as.</param>
/// <param name="Name">Its name in definitions.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Root">Metadata token of its lambda or class.</param>
/// <param name="Assembly">The recipe, compiled.</param>
/// <param name="Libraries">Libraries of the recipe that it uses, by name.</param>
internal sealed record PartFile(
    string Kind, string Name, PartForm Form, int Root, byte[] Assembly, IReadOnlyList<(string Name, byte[] Content)> Libraries)
{
    /// <summary>How its files' names end.</summary>
    public const string Extension = ".inline";

    private const string Format = "nas-inline-1";

    /// <summary>Whether a path is that of such a file.</summary>
    public static bool Is(string path) => Path.GetExtension(path) == Extension;

    /// <summary>Path of the file of a hash.</summary>
    public static string PathOf(string folder, string hash) => Path.Combine(folder, hash + Extension);

    /// <summary>It as one file.</summary>
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes))
        {
            writer.Write(Format);
            writer.Write(Kind);
            writer.Write(Name);
            writer.Write((byte)Form);
            writer.Write(Root);
            writer.Write(Libraries.Count);
            foreach (var (name, content) in Libraries.Prepend(("", Assembly)))
            {
                writer.Write(name);
                writer.Write(content.Length);
                writer.Write(content);
            }
        }

        byte[] body = bytes.ToArray();
        return [.. SHA256.HashData(body), .. body];
    }

    /// <summary>What <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InputException">It is gone, or something else, or damaged.</exception>
    public static PartFile Read(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var body = bytes.AsSpan(Math.Min(bytes.Length, SHA256.HashSizeInBytes)).ToArray();
            using var reader = new BinaryReader(new MemoryStream(body));
            if (bytes.AsSpan().StartsWith(SHA256.HashData(body)) && reader.ReadString() == Format)
            {
                return Read(reader);
            }

            throw new InputException($"'{path}', which holds a part of a recipe, is damaged; run the recipe again to make it anew.");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"'{path}', which holds a part that was written in a recipe, cannot be read: "
                + $"{(File.Exists(path) ? gone.Message : "there is no such file.")} Run the recipe again to make it anew.",
                gone);
        }
    }

    private static PartFile Read(BinaryReader reader)
    {
        var (kind, name, form, root) = (reader.ReadString(), reader.ReadString(), (PartForm)reader.ReadByte(), reader.ReadInt32());
        var contents = new (string Name, byte[] Content)[reader.ReadInt32() + 1];
        for (var i = 0; i < contents.Length; i++)
        {
            contents[i] = (reader.ReadString(), reader.ReadBytes(reader.ReadInt32()));
        }

        return new PartFile(kind, name, form, root, contents[0].Content, contents[1..]);
    }
}
