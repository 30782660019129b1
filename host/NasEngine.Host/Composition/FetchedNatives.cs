using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Networks.Natives;

namespace NasEngine.Host.Composition;

/// <summary>
/// libtorch, for a program that was installed without it: NuGet fetches its package from the feeds that it is configured with, once for a
/// machine.
/// </summary>
/// <param name="packages">NuGet's folder.</param>
/// <param name="feed">Gets packages and all that they need.</param>
/// <param name="said">Where it says that it fetches, and how far it is.</param>
/// <param name="time">The clock.</param>
internal sealed class FetchedNatives(string packages, PackageFeed feed, TextWriter said, TimeProvider time)
{
    private const double Bytes = 625e6; // The package, and what it unpacks to.
    private const int Steps = 10;

    // TorchSharp asks for a Protobuf of its own time; the program has this one.
    private static readonly PackageName[] Wanted =
    [
        new(PackagedNatives.Libtorch, PackagedNatives.LibtorchVersion), new(PackagedNatives.TorchSharp, PackagedNatives.TorchSharpVersion),
        new("Google.Protobuf", typeof(Google.Protobuf.IMessage).Assembly.GetName().Version!.ToString(3)),
    ];

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Fetches it where it is nowhere on this machine, and this machine can use it.</summary>
    /// <exception cref="InputException">No feed has it, or none can be reached.</exception>
    public static Task EnsureAsync(CancellationToken cancellation) => PackagedNatives.AreWanted
        ? new FetchedNatives(
            PackagedNatives.PackageFolder, new PackageFeed(UserFolders.Cache("packages")), Console.Error, TimeProvider.System)
            .FetchAsync(cancellation)
        : Task.CompletedTask;

    /// <summary>Fetches it.</summary>
    /// <exception cref="InputException">No feed has it, or none can be reached.</exception>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        said.WriteLine(
            $"Fetching libtorch {PackagedNatives.LibtorchVersion} (128 MB, unpacked 480 MB) from the feeds of NuGet, once for this "
            + "machine …");
        var fetching = Task.Run(() => feed.Get(Wanted, Environment.CurrentDirectory, "A training"), cancellation);
        var step = 0;
        while (await Task.WhenAny(fetching, Task.Delay(Pause, time, cancellation)).ConfigureAwait(false) != fetching)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Math.Min(Steps - 1, (int)(Steps * Here() / Bytes)) is var reached && reached > step)
            {
                step = reached;
                said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"libtorch: {100 * step / Steps} %"));
            }
        }

        await fetching.ConfigureAwait(false);
        said.WriteLine($"libtorch is in '{packages}'.");
    }

    private double Here()
    {
        try
        {
            var folder = new DirectoryInfo(Path.Combine(packages, PackagedNatives.Libtorch));
            return folder.Exists ? folder.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => (double)file.Length) : 0;
        }
        catch (IOException)
        {
            return 0; // A file that NuGet renames meanwhile.
        }
    }
}
