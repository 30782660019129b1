using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NasEngine.Contracts;

namespace NasEngine.Cluster.Security;

/// <summary>Makes the certificates of a cluster: an authority of its own, and a certificate of it that all machines show.</summary>
public static class ClusterCertificates
{
    /// <summary>File of the authority's certificate.</summary>
    public const string Authority = "ca.pem";

    /// <summary>File of the authority's key: who has it can let machines in.</summary>
    public const string AuthorityKey = "ca-key.pem";

    /// <summary>File of the certificate that machines show, with its key.</summary>
    public const string Node = "node.pem";

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Machines' clocks may differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    /// <summary>Writes the three files; only the user can read the keys.</summary>
    /// <param name="folder">Where; made when it is not there.</param>
    /// <param name="days">How long the certificate of the machines is valid, at least 1; the authority's is ten times that.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="InputException">There are some already, or the folder cannot be written.</exception>
    public static void Create(string folder, int days, TimeProvider time)
    {
        if (Array.Find([Authority, AuthorityKey, Node], name => File.Exists(Path.Combine(folder, name))) is { } there)
        {
            throw new InputException(
                $"'{Path.Combine(folder, there)}' is there already, and machines may rely on it; give another --dir, or "
                + "delete the folder.");
        }

        var (from, valid) = (time.GetUtcNow() - Slack, TimeSpan.FromDays(days));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = AuthorityRequest(authorityKey).CreateSelfSigned(from, from + Slack + (10 * valid));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var node = NodeRequest(key).Create(authority, from, from + Slack + valid, RandomNumberGenerator.GetBytes(16));
        try
        {
            Directory.CreateDirectory(folder);
            Write(folder, Authority, authority.ExportCertificatePem(), Mine | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            Write(folder, AuthorityKey, authorityKey.ExportPkcs8PrivateKeyPem(), Mine);
            Write(folder, Node, $"{node.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}", Mine);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The certificates cannot be written to '{folder}': {problem.Message}", problem);
        }
    }

    private static CertificateRequest AuthorityRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=NasEngine cluster authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request;
    }

    private static CertificateRequest NodeRequest(ECDsa key)
    {
        var request = new CertificateRequest("CN=NasEngine cluster node", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(
            [new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        return request;
    }

    private static void Write(string folder, string name, string text, UnixFileMode mode)
    {
        var path = Path.Combine(folder, name);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new StreamWriter(path, options);
        file.WriteLine(text);
    }
}
