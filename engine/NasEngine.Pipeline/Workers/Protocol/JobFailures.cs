using NasEngine.Contracts;

namespace NasEngine.Pipeline.Workers.Protocol;

/// <summary>Failures of jobs as exceptions, and back.</summary>
public static class JobFailures
{
    /// <summary>The kind of failure that an exception is.</summary>
    public static JobFailure KindOf(Exception problem) => problem switch
    {
        InputException => JobFailure.Input,
        OperationCanceledException => JobFailure.Cancelled,
        DiskRefused => JobFailure.Disk,
        _ => JobFailure.Fault,
    };

    /// <summary>The exception that a failure is where it is waited for.</summary>
    public static Exception ToException(JobFailed failed) => failed.Kind switch
    {
        JobFailure.Input => new InputException(failed.Message),
        JobFailure.Cancelled => new OperationCanceledException(failed.Message),
        JobFailure.Disk => new DiskRefused(failed.Message),
        _ => new WorkerLost(failed.Message),
    };
}
