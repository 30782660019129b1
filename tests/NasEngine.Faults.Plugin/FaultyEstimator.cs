using NasEngine.Contracts;

namespace NasEngine.Faults.Plugin;

internal sealed class FaultyEstimator(FaultOptions options) : IEstimator
{
    private static readonly List<byte[]> Hoard = [];

    public void Train(Candidate candidate, IJobProgress progress, CancellationToken cancellation)
    {
        options.Tell(candidate.Number);
        cancellation.WaitHandle.WaitOne(File.Exists(options.Hurry) ? 0 : options.Milliseconds);
        while (options.Fault == "waits" && candidate.Number == options.At && !File.Exists(options.Marker))
        {
            cancellation.WaitHandle.WaitOne(20);
        }

        if (!options.Due(candidate.Number))
        {
            return;
        }

        switch (options.Fault)
        {
            case "garbage":
                using (var output = Console.OpenStandardOutput())
                {
                    output.Write("this is no message of the protocol"u8);
                    output.Flush();
                }

                break;
            case "memory":
                while (true)
                {
                    var block = GC.AllocateUninitializedArray<byte>(16 << 20);
                    block.AsSpan().Fill(1);
                    Hoard.Add(block);
                    cancellation.WaitHandle.WaitOne(20);
                }

            case "exit":
                Environment.Exit(7);
                break;
            case "hangs":
                cancellation.WaitHandle.WaitOne();
                break;
            case "throws":
                throw new InvalidOperationException("it cannot be trained");
        }
    }

    public Measurement Evaluate(Candidate candidate, IJobProgress progress, CancellationToken cancellation) =>
        new Measurement().With("score", options.Fault == "nan" && candidate.Number == options.At ? double.NaN : candidate.Number * 7919 % 101);

    public void Dispose()
    {
    }
}
