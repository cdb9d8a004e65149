using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Quire.AspNetCore.Pipeline;
using Quire.Core.Errors;
using Quire.Core.Limits;

namespace Quire.AspNetCore.Git;

/// <summary>What git's routes share.</summary>
internal static class GitWords
{
    /// <summary>How the server calls itself.</summary>
    public const string Agent = "agent=quire";

    /// <summary>The service that answers clones and fetches.</summary>
    public const string Upload = "git-upload-pack";

    /// <summary>The service that takes pushes.</summary>
    public const string Receive = "git-receive-pack";

    /// <summary>The route is one that git calls.</summary>
    public static IEndpointConventionBuilder ForGit(this IEndpointConventionBuilder route, Limit body) => route.WithMetadata(new GitProtocol(body));

    /// <summary>Whether the client asks for version 2 of the protocol.</summary>
    public static bool AsksForVersion2(this Call call) => (call.Header("Git-Protocol") ?? "").Split(':').Contains("version=2", StringComparer.Ordinal);

    /// <summary>The body as pkt-lines, unpacked where the client packed it.</summary>
    /// <exception cref="RequestRefusedException"><c>unsupported_media_type</c>.</exception>
    public static PktReader Lines(this Call call, string service, Limit limit)
    {
        var request = call.Http.Request;
        var encoding = request.Headers.ContentEncoding.ToString();
        if (request.ContentType != $"application/x-{service}-request" || encoding is not ("" or "gzip" or "x-gzip" or "identity"))
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "unsupported_media_type", "The body's Content-Type or Content-Encoding is not read here.", "Use git itself.");
        var body = encoding.EndsWith("gzip", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(request.Body, System.IO.Compression.CompressionMode.Decompress) : request.Body;
        return new PktReader(body, limit, call.Cancellation);
    }

    /// <summary>The refusal of a request that breaks the protocol.</summary>
    public static QuireException Broken(string reason) => new(ErrorKind.Invalid, "bad_request", $"The request is not git's protocol: {reason}.");
}
