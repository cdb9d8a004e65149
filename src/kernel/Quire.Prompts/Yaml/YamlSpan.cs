namespace Quire.Prompts.Yaml;

/// <summary>Where a node stands: lines and columns count from 1, offsets from 0 in UTF-16 units of the YAML text.</summary>
internal readonly record struct YamlSpan(int Line, int Column, int Start, int End);
