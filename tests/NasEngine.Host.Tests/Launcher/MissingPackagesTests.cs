using System.Diagnostics;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Launcher;

public sealed class MissingPackagesTests
{
    [Fact]
    public async Task A_user_who_may_not_install_gets_the_one_command_that_does()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.Of("bin"));
        foreach (var tool in new[] { "dirname", "readlink" })
        {
            File.CreateSymbolicLink(folder.Of("bin/" + tool), "/usr/bin/" + tool);
        }

        await Process.Start("install", ["-m", "755", folder.Write("id", "#!/bin/sh\necho 1000\n"), folder.Of("bin/id")]).WaitForExitAsync();
        var start = new ProcessStartInfo("/bin/bash", [Path.Combine(Repository.Root, "nas"), "list"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = folder.Of("bin");
        using var launcher = Process.Start(start)!;
        var error = await launcher.StandardError.ReadToEndAsync();
        await launcher.WaitForExitAsync();

        error.Should().MatchRegex(@"^nas: these packages are missing; install them with: sudo apt-get update && sudo apt-get install -y .*g\+\+\n$");
        launcher.ExitCode.Should().Be(2);
    }
}
