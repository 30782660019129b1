using NasEngine.Contracts;
using NasEngine.Extensibility.Packages;
using NasEngine.Host.Composition;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Natives;

/// <summary>libtorch is fetched by NuGet for a program that was installed without it.</summary>
public sealed class FetchedNativesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lines _said = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_says_what_it_fetches_and_how_far_that_is_and_where_it_is_then()
    {
        await Fetched(project =>
        {
            var package = Directory.CreateDirectory(_folder.Of("libtorch-cpu-linux-x64/2.10.0")).FullName;
            using (var half = File.Create(Path.Combine(package, "half.so")))
            {
                half.SetLength(320_000_000); // It takes no room on the disk.
            }

            _said.Until("libtorch: 50 %");
            Directory.CreateDirectory(Path.Combine(project, "obj"));
            File.WriteAllText(
                Path.Combine(project, "obj", "project.assets.json"),
                """{ "packageFolders": {}, "targets": { "net10.0": {} }, "project": { "frameworks": { "net10.0": {} } } }""");
            return (0, "");
        }).FetchAsync(CancellationToken.None);

        _said.All.Should().Equal(
            "Fetching libtorch 2.10.0 (128 MB, unpacked 480 MB) from the feeds of NuGet, once for this machine …", "libtorch: 50 %",
            $"libtorch is in '{_folder.Path}'.");
    }

    [Fact]
    public async Task Where_no_feed_can_be_reached_that_is_told_in_one_sentence()
    {
        var refused = await FluentActions.Awaiting(() => Fetched(
            _ => (1, "error NU1301: Unable to load the service index for source https://feed.example/. [x.csproj]")).FetchAsync(CancellationToken.None))
            .Should().ThrowAsync<InputException>();

        refused.Which.Message.Should().StartWith("A training needs package libtorch-cpu-linux-x64 2.10.0 and package TorchSharp 0.107.0 and package Google.Protobuf 3.")
            .And.Contain("a feed cannot be reached (Unable to load the service index for source https://feed.example/)");
    }

    private FetchedNatives Fetched(Func<string, (int, string)> restore) =>
        new(_folder.Path, new PackageFeed(_folder.Of("cache"), restore), _said, new NoWaiting());

    /// <summary>What was said, a line each.</summary>
    private sealed class Lines : StringWriter
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> All => _lines;

        public override void WriteLine(string? value)
        {
            lock (_lines)
            {
                _lines.Add(value!);
                Monitor.PulseAll(_lines);
            }
        }

        public void Until(string line)
        {
            lock (_lines)
            {
                while (!_lines.Contains(line))
                {
                    Monitor.Wait(_lines);
                }
            }
        }
    }

    /// <summary>A clock whose timers fall due at once.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
