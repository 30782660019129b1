using System.Globalization;
using Akka.Actor;
using Akka.Actor.Setup;
using Akka.Configuration;
using NasEngine.Cluster.Messages;
using NasEngine.Cluster.Security;
using NasEngine.Contracts;

namespace NasEngine.Cluster;

/// <summary>
/// Actor systems of a cluster. Of a cluster that is cut in two, the part with the coordinator goes on: it shuts out whom it does not hear,
/// and nodes that do not hear it leave and join anew. Nobody else shuts anybody out, so there are never two parts that act.
/// </summary>
internal static class ClusterSystem
{
    public const string Name = "nas";
    public const string CoordinatorRole = "coordinator";
    public const string NodeRole = "node";

    /// <summary>Starts one that listens.</summary>
    /// <exception cref="InputException">It cannot listen there.</exception>
    public static ActorSystem Start(string host, int port, string role, ClusterTls? tls)
    {
        var setup = BootstrapSetup.Create().WithConfig(Settings(host, port, role, tls is not null));
        try
        {
            return ActorSystem.Create(Name, tls is null ? ActorSystemSetup.Create(setup) : setup.And(tls.Setup));
        }
        catch (Exception problem)
        {
            var cause = problem.GetBaseException();
            throw new InputException(
                $"This machine cannot listen at {host}:{port.ToString(CultureInfo.InvariantCulture)} ({Clause.Of(cause.Message)}); give an "
                + "address of it and a free port.",
                problem);
        }
    }

    private static Config Settings(string host, int port, string role, bool isSecure)
    {
        var (refusing, ours) = (TypeName(typeof(RefusingSerializer)), TypeName(typeof(ClusterSerializer)));
        return ConfigurationFactory.ParseString(string.Create(CultureInfo.InvariantCulture, $$"""
            akka {
              loglevel = WARNING
              loggers = []
              stdout-loglevel = OFF
              log-config-on-start = off
              log-dead-letters = off
              log-dead-letters-during-shutdown = off
              scheduler.shutdown-timeout = 1s
              coordinated-shutdown {
                run-by-clr-shutdown-hook = off
                exit-clr = off
                default-phase-timeout = 2s
                phases.cluster-exiting.timeout = 3s
              }
              actor {
                provider = cluster
                serializers {
                  json = "{{refusing}}"
                  daemon-create = "{{refusing}}"
                  nas = "{{ours}}"
                }
                serialization-bindings {
                  "{{TypeName(typeof(IClusterMessage))}}" = nas
                }
              }
              remote {
                log-remote-lifecycle-events = off
                retry-gate-closed-for = 1s
                dot-netty.tcp {
                  hostname = "{{host}}"
                  port = {{port}}
                  enable-ssl = {{(isSecure ? "on" : "off")}}
                  maximum-frame-size = 4 MiB
                  send-buffer-size = 1 MiB
                  receive-buffer-size = 1 MiB
                  batching.enabled = off # It holds a message back for up to 40 ms.
                }
              }
              cluster {
                roles = ["{{role}}"]
                seed-node-timeout = 3s
                retry-unsuccessful-join-after = 3s
                shutdown-after-unsuccessful-join-seed-nodes = off
                run-coordinated-shutdown-when-down = on
                failure-detector.acceptable-heartbeat-pause = 6s
                downing-provider-class = "Akka.Cluster.NoDowning, Akka.Cluster" # The coordinator does it, by whom it hears.
              }
            }
            """));
    }

    private static string TypeName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";
}
