using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Quire.AspNetCore.OpenApi;

/// <summary>Writes the OpenAPI document, once.</summary>
internal sealed class OpenApiWriter([FromKeyedServices(OpenApiServices.DocumentName)] IOpenApiDocumentProvider documents)
{
    private volatile byte[]? _written;

    /// <summary>The document as JSON.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> Write(CancellationToken cancellation)
    {
        if (_written is { } written)
            return written;
        var document = await documents.GetOpenApiDocumentAsync(cancellation);
        using var buffer = new MemoryStream();
        await document.SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1, cancellation);
        return _written = buffer.ToArray();
    }
}
