using System.Collections.Concurrent;
using System.Diagnostics;

namespace NasEngine.Host.Tests.Programs;

/// <summary>A program that has started already and runs command lines one after another, see <c>NasEngine.Host.Warm</c>.</summary>
internal sealed class WarmProgram
{
    private static readonly ConcurrentBag<WarmProgram> Idle = [];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly BinaryReader _answers;
    private readonly BinaryWriter _lines;

    private WarmProgram(Process process)
    {
        _process = process;
        _answers = new BinaryReader(process.StandardOutput.BaseStream);
        _lines = new BinaryWriter(process.StandardInput.BaseStream);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End();
    }

    /// <summary>Runs a command line in a folder, by a program that is idle or a new one.</summary>
    public static async Task<ProgramResult> RunAsync(string folder, string[] arguments, TimeSpan limit)
    {
        var program = Idle.TryTake(out var idle) ? idle : new WarmProgram(Start());
        try
        {
            var result = await Task.Run(() => program.Run(folder, arguments)).WaitAsync(limit);
            Idle.Add(program);
            return result;
        }
        catch (EndOfStreamException)
        {
            // The runtime has died under unloaded plugins after many runs; what a command line does is asked of a process of its own then.
            return await NasProgram.RunAsync(folder, [], arguments);
        }
    }

    private static Process Start()
    {
        var start = NasProgram.Command();
        start.RedirectStandardInput = true;
        start.RedirectStandardError = false;
        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(Repository.Built("NasEngine.Host.Warm"), "NasEngine.Host.Warm.dll");
        return Process.Start(start)!;
    }

    /// <summary>Without more lines it ends by itself.</summary>
    private void End()
    {
        _lines.Dispose();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    private ProgramResult Run(string folder, string[] arguments)
    {
        _lines.Write(arguments.Length + 1);
        foreach (var word in arguments.Prepend(folder))
        {
            _lines.Write(word);
        }

        _lines.Flush();
        return new ProgramResult(_answers.ReadInt32(), _answers.ReadString(), _answers.ReadString());
    }
}
