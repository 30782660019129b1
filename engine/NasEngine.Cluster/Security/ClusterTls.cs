using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Akka.Remote.Transport.DotNetty;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Security;

/// <summary>
/// What a node or a coordinator shows of itself, and whom it believes: those alone whose certificate the cluster's own authority signed.
/// Names in certificates do not count, so that one certificate serves machines whose addresses change.
/// </summary>
public sealed class ClusterTls
{
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2 _authority;

    private ClusterTls(X509Certificate2 own, X509Certificate2 authority) => (_own, _authority) = (own, authority);

    /// <summary>Reads the certificate of a folder that <see cref="ClusterCertificates.Create"/> made.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InputException">They are not there, damaged, or not of one authority.</exception>
    public static ClusterTls Read(string folder)
    {
        try
        {
            var authority = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, ClusterCertificates.Authority));
            var node = Path.Combine(folder, ClusterCertificates.Node);
            var tls = new ClusterTls(X509Certificate2.CreateFromPemFile(node), authority);
            return tls.Believes(tls._own)
                ? tls
                : throw new InputException(
                    $"The certificate '{node}' is expired, or not of the authority beside it; make new ones with 'nas cluster init'.");
        }
        catch (Exception problem) when (problem is IOException or CryptographicException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"There is no certificate of a cluster in '{folder}' ({Clause.Of(problem.Message)}); make one with 'nas cluster init', and "
                + $"copy {ClusterCertificates.Authority} and {ClusterCertificates.Node} to every machine.",
                problem);
        }
    }

    /// <summary>For the transport: mutual, and checked here.</summary>
    internal DotNettySslSetup Setup => new(
        _own, suppressValidation: false, requireMutualAuthentication: true, (certificate, _, _, _, _) => Believes(certificate));

    /// <summary>Whether a certificate is of the authority, and valid now.</summary>
    internal bool Believes(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate);
    }
}
