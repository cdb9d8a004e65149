using Quire.Core.Errors;
using Quire.Core.Imports.Reading;
using Quire.Core.Outbound;
using Quire.Templating;

namespace Quire.Core.Imports.Remote;

/// <summary>Reads the prompts of other servers.</summary>
/// <param name="outbound">The guarded way out.</param>
/// <param name="time">The clock.</param>
public sealed class RemoteReader(IOutbound outbound, TimeProvider time)
{
    /// <summary>Reads every version of every prompt.</summary>
    /// <param name="registry">The server.</param>
    /// <param name="dialect">The dialect of the prompts; null leaves it to the prompt, and <c>variables</c> for new ones.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="QuireException"><c>invalid_import</c> where the format is no server's, <c>import_source_failed</c>, <c>too_large</c>.</exception>
    public async Task<ImportSource> Read(RemoteRegistry registry, Dialect? dialect = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        var calls = new RemoteCalls(outbound, registry, time);
        var collected = new ItemCollector(registry.Format);
        var options = new ReadOptions(dialect);
        try
        {
            await (registry.Format switch
            {
                ImportFormat.Langfuse => new LangfuseSource(calls, collected, new JsonRows(collected, new RowVersions(options, collected)), progress).Read(cancellation),
                ImportFormat.Mlflow => new MlflowSource(calls, collected, new MlflowRows(options, collected), progress).Read(cancellation),
                _ => throw new QuireException(ErrorKind.Invalid, "invalid_import", $"There is no server of the format {ImportFormats.NameOf(registry.Format)} to import from.", "Servers are langfuse and mlflow; for the others export a file."),
            });
            return collected.Source();
        }
        catch (ItemRefusedException error)
        {
            throw new QuireException(ErrorKind.Rejected, "import_source_failed", $"{registry}: {error.Message}", error.Hint);
        }
    }
}
