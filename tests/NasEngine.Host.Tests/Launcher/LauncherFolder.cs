using System.Diagnostics;
using NasEngine.Host.Tests.Programs;

namespace NasEngine.Host.Tests.Launcher;

/// <summary>The launcher in a source tree of its own, with a 'dotnet' that notes how it was called and does what the test says.</summary>
internal sealed class LauncherFolder : IDisposable
{
    private readonly TempFolder _folder = new();

    public LauncherFolder()
    {
        foreach (var file in new[] { "nas", "host/launcher/build.sh", "host/launcher/ahead.sh", "host/launcher/pack.sh", "host/launcher/packages.sh", "tests/run" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.Of(file))!);
            File.Copy(Path.Combine(Repository.Root, file), _folder.Of(file));
        }

        foreach (var folder in new[] { "engine", "plugins", "commands" })
        {
            Directory.CreateDirectory(_folder.Of(folder));
        }

        foreach (var file in new[] { "a.props", "a.targets", "global.json", "engine/A.cs" })
        {
            _folder.Write(file, "");
        }

        Dotnet("");
    }

    public string Artifacts => _folder.Of("artifacts");

    public string Root => _folder.Path;

    /// <summary>The builds that there were, a line of arguments each.</summary>
    public string[] Builds => File.Exists(_folder.Of("builds")) ? File.ReadAllLines(_folder.Of("builds")) : [];

    /// <summary>What 'dotnet build' does from now on.</summary>
    public void Dotnet(string build) => Command(
        "dotnet", $"if [ \"$1\" = build ]; then echo \"$*\" >>'{_folder.Of("builds")}'; {build}\nelse echo \"ran $*\"\nfi");

    /// <summary>A command of the system that does something else here.</summary>
    public void Command(string name, string script)
    {
        _folder.Write("commands/" + name, "#!/bin/bash\n" + script + "\n");
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(_folder.Of("commands/" + name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>A change after the last build.</summary>
    public void Change(string file) => File.WriteAllText(_folder.Of(file), "changed");

    public Task<ProgramResult> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public async Task<ProgramResult> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using var launcher = Start(environment, arguments);
        return await EndAsync(launcher);
    }

    public Process Start(Dictionary<string, string> environment, params string[] arguments) =>
        Bash(environment, [_folder.Of("nas"), .. arguments]);

    /// <summary>Runs a line of bash with one of the launcher's files sourced.</summary>
    public async Task<ProgramResult> SourceAsync(string file, string line)
    {
        var prelude = $"set -euo pipefail; root='{Root}'; artifacts='{Artifacts}'; fail() {{ echo \"nas: $*\" >&2; exit 2; }}; . '{_folder.Of("host/launcher/" + file)}'; ";
        using var bash = Bash([], ["-c", prelude + line]);
        return await EndAsync(bash);
    }

    public void Dispose() => _folder.Dispose();

    public static async Task<ProgramResult> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, await output, await error);
    }

    private Process Bash(Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _folder.Of("commands") + ":/usr/bin:/bin";
        start.Environment["NASENGINE_ALLOCATOR"] = "none";
        start.Environment.Remove("NASENGINE_CUDA");
        start.Environment.Remove("NASENGINE_NATIVES");
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
