using System.Security.Cryptography;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>Where one training writes itself down every so often, so that after a kill it goes on there.</summary>
/// <param name="place">Keeps what is written.</param>
/// <param name="candidate">Number of the candidate that is trained.</param>
/// <param name="every">Steps after which it is written; 0 for never.</param>
/// <param name="training">
/// All that the training is a function of, in words: what was written of another one is not taken.
/// </param>
internal sealed class Halfway(IHalfwayTrainings place, long candidate, int every, string training)
{
    private readonly byte[] _training = SHA256.HashData(Encoding.UTF8.GetBytes(training));

    /// <summary>Nothing is written.</summary>
    public static Halfway Nowhere { get; } = new(NoHalfwayTrainings.Instance, 0, 0, "");

    /// <summary>Writes the training down where it is time to.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="save">Writes it.</param>
    public void Save(long done, Action<Stream> save)
    {
        if (every > 0 && done % every == 0)
        {
            using var content = new MemoryStream();
            save(content);
            var written = content.GetBuffer().AsMemory(0, (int)content.Length);
            place.Write(candidate, destination =>
            {
                destination.Write(_training);
                destination.Write(SHA256.HashData(written.Span));
                destination.Write(written.Span);
            });
        }
    }

    /// <summary>Reads what was written of this training, where there is something and it is undamaged.</summary>
    public void Restore(Action<Stream> restore)
    {
        using var source = every > 0 ? place.Open(candidate) : null;
        if (source is null)
        {
            return;
        }

        using var content = new MemoryStream();
        source.CopyTo(content);
        var read = content.ToArray().AsMemory();
        var size = SHA256.HashSizeInBytes;
        if (read.Length > 2 * size && read.Span[..size].SequenceEqual(_training)
            && read.Span[size..(2 * size)].SequenceEqual(SHA256.HashData(read.Span[(2 * size)..])))
        {
            content.Position = 2 * size;
            restore(content);
        }
    }
}
