// The names that the engine knows; docs/templates/filters-and-tests.md has what each of them does.
const list = (names: string) => names.split(' ')

type Words = { tags: string[]; filters: string[]; tests: string[]; functions: string[] }

const none: Words = { tags: [], filters: [], tests: [], functions: [] }

const jinja: Words = {
  tags: list('if elif else endif for endfor set endset block endblock extends include import from macro endmacro call endcall filter endfilter with endwith do raw endraw break continue merge_point endmerge_point contribute endcontribute'),
  filters: list('abs attr batch capitalize center count d default dictsort e escape filesizeformat first float forceescape format groupby indent int items join last length list lower map max min pprint random reject rejectattr replace reverse round safe select selectattr slice sort string striptags sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr'),
  tests: list('boolean callable defined divisibleby eq equalto escaped even false filter float ge greaterthan gt in integer iterable le lessthan lower lt mapping ne none number odd sameas sequence string test true undefined upper'),
  functions: list('range dict namespace cycler joiner lipsum raise_exception strftime_now'),
}

const liquid: Words = {
  tags: list('if elsif else endif unless endunless case when endcase ifchanged endifchanged for endfor break continue cycle tablerow endtablerow assign capture endcapture increment decrement echo liquid raw endraw comment endcomment doc enddoc render include merge_point endmerge_point contribute endcontribute'),
  filters: list('abs append at_least at_most base64_decode base64_encode base64_url_safe_decode base64_url_safe_encode capitalize ceil compact concat date default divided_by downcase escape escape_once find find_index first floor h has join json last lstrip map minus modulo newline_to_br plus prepend reject remove remove_first remove_last replace replace_first replace_last reverse round rstrip size slice sort sort_natural split strip strip_html strip_newlines sum times truncate truncatewords uniq upcase url_decode url_encode where'),
  tests: [],
  functions: [],
}

/** The tags, filters, tests and functions of a dialect. */
export const wordsOf = (dialect: string): Words => (dialect === 'jinja' ? jinja : dialect === 'liquid' ? liquid : none)
