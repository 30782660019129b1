using NasEngine.Host.Composition;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace NasEngine.Host.Telemetry;

/// <summary>
/// Sends what is counted to a collector of OpenTelemetry, by OTLP, where the environment names one in the variables that OpenTelemetry
/// defines: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and the others. A collector that does not answer disturbs nothing.
/// </summary>
internal static class MetricsExport
{
    private const int LastMilliseconds = 3_000;

    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    private static readonly Lock Sharing = new();
    private static MeterProvider? _provider;
    private static int _users;

    /// <summary>Begins to send; ends when it is disposed of, before what counts is. Searches that run side by side send together.</summary>
    public static IDisposable Start()
    {
        lock (Sharing)
        {
            _users++;
            _provider ??= Provider();
            return new Export();
        }
    }

    /// <summary>Whether the environment names a collector, and does not say that nothing is to be sent.</summary>
    /// <param name="variable">Reads the environment.</param>
    public static bool IsWanted(Func<string, string?> variable) =>
        Endpoints.Any(name => !string.IsNullOrWhiteSpace(variable(name)))
        && !string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase)
        && !string.Equals(variable("OTEL_METRICS_EXPORTER"), "none", StringComparison.OrdinalIgnoreCase);

    private static MeterProvider Provider() => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(resource => resource.Clear().AddService("nas", serviceVersion: Installation.Version).AddTelemetrySdk()
            .AddEnvironmentVariableDetector())
        .AddMeter(SearchMeter.Name)
        .AddOtlpExporter()
        .Build();

    private sealed class Export : IDisposable
    {
        /// <summary>Sends the last counts; waits for that no longer than some seconds.</summary>
        public void Dispose()
        {
            lock (Sharing)
            {
                _provider?.ForceFlush(LastMilliseconds);
                if (--_users == 0)
                {
                    _provider?.Dispose();
                    _provider = null;
                }
            }
        }
    }
}
