/// The grammar that `Diagnosis` follows: Python 3.13's as a parsing expression grammar, with the rules that recognise
/// common mistakes. It decides nothing about correct programs; `Parser` does.
///
/// A rule is `name: alternative | alternative`, tried in order; an indented line goes on with the rule before.
/// `name*:` remembers its result at each token, `name<:` is left-recursive. Items: `'…'` operator or reserved word,
/// `"…"` soft keyword, capitals a class of tokens, `x? x* x+`, `x % s` (x separated by s), `&x` and `!x` lookahead,
/// `&&x` an error unless x follows, `~` no other alternative from here on, `( … )`. `a=x` names a result for the
/// action in braces:
///
///     {Shape}             makes a node of this shape
///     {= a}               the result is a
///     {range a b "text"}  error from a to b; `%e` is what a is called, `%n` its name, `%l` its line
///     {at a "text"}       error at a
///     {from a "text"}     error from a to the last token that was read
///     {last "text"}, {next "text"}  error at the last token read, at the next token
///     {indent "text"}     IndentationError at the last token read
///     {target kind a}     error at the first thing in a that cannot be a target
///     {@name …}           a function of `DiagnosisActions`
enum DiagnosisGrammar {
    static let text = statements + expressions + calls + patterns + mistakes

    private static let statements: String = #"""
        interactive: compound_stmt NEWLINE | simple_stmts | NEWLINE | END
        eval: expressions NEWLINE* END
        statements: statement+
        statement: compound_stmt | simple_stmts
        simple_stmts: simple_stmt !';' NEWLINE | simple_stmt % ';' ';'? NEWLINE
        simple_stmt*: assignment | &"type" type_alias | star_expressions
            | &'return' return_stmt | &('import' | 'from') import_stmt | &'raise' raise_stmt
            | 'pass' | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt
            | 'break' | 'continue' | &'global' global_stmt | &'nonlocal' nonlocal_stmt
        compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt
            | &('class' | '@') class_def | &('with' | 'async') with_stmt
            | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt
            | match_stmt
        assignment: NAME ':' expression ('=' annotated_rhs)? | ('(' single_target ')'
            | single_subscript_attribute_target) ':' expression ('=' annotated_rhs)?
            | (star_targets '=')+ annotated_rhs !'=' | single_target augassign ~ annotated_rhs
            | invalid_assignment
        annotated_rhs: yield_expr | star_expressions
        augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|='
            | '^=' | '<<=' | '>>=' | '**=' | '//='
        return_stmt: 'return' star_expressions?
        raise_stmt: 'raise' expression ('from' expression)? | 'raise'
        global_stmt: 'global' NAME % ','
        nonlocal_stmt: 'nonlocal' NAME % ','
        del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
        assert_stmt: 'assert' expression (',' expression)?
        import_stmt*: invalid_import | import_name | import_from
        import_name: 'import' dotted_as_name % ','
        import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
            | 'from' ('.' | '...')+ 'import' import_from_targets
        import_from_targets: '(' import_from_as_names ','? ')' | import_from_as_names !','
            | '*' | invalid_import_from_targets
        import_from_as_names: import_from_as_name % ','
        import_from_as_name: NAME ('as' NAME)?
        dotted_as_name: dotted_name ('as' NAME)?
        dotted_name<: dotted_name '.' NAME | NAME
        block*: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
        decorators: ('@' named_expression NEWLINE)+
        class_def: decorators class_def_raw | class_def_raw
        class_def_raw: invalid_class_def_raw | 'class' NAME type_params? ('(' arguments? ')')? ':' block
        function_def: decorators function_def_raw | function_def_raw
        function_def_raw: invalid_def_raw | 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block
            | 'async' 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' block
        params: invalid_parameters | parameters
        parameters: slash_no_default param_no_default* param_with_default* star_etc?
            | slash_with_default param_with_default* star_etc? | param_no_default+ param_with_default* star_etc?
            | param_with_default+ star_etc? | star_etc
        slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
        slash_with_default: param_no_default* param_with_default+ '/' ','
            | param_no_default* param_with_default+ '/' &')'
        star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* kwds?
            | '*' param_no_default_star_annotation param_maybe_default* kwds?
            | '*' ',' param_maybe_default+ kwds? | kwds
        kwds: invalid_kwds | '**' param_no_default
        param_no_default: a=param ',' {= a} | a=param &')' {= a}
        param_no_default_star_annotation: param_star_annotation ',' | param_star_annotation &')'
        param_with_default: param default ',' | param default &')'
        param_maybe_default: param default? ',' | param default? &')'
        param: NAME annotation? {Parameter}
        param_star_annotation: NAME star_annotation
        annotation: ':' expression
        star_annotation: ':' star_expression
        default: '=' expression | invalid_default
        if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt
            | 'if' named_expression ':' block else_block?
        elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt
            | 'elif' named_expression ':' block else_block?
        else_block: invalid_else_stmt | 'else' &&':' block
        while_stmt: invalid_while_stmt | 'while' named_expression ':' block else_block?
        for_stmt: invalid_for_stmt | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
            | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
            | invalid_for_target
        with_stmt: invalid_with_stmt_indent | 'with' '(' with_item % ',' ','? ')' ':' block
            | 'with' with_item % ',' ':' block | 'async' 'with' '(' with_item % ',' ','? ')' ':' block
            | 'async' 'with' with_item % ',' ':' block | invalid_with_stmt
        with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
        try_stmt: invalid_try_stmt | 'try' &&':' block finally_block | 'try' &&':' block except_block+ else_block?
                finally_block? | 'try' &&':' block except_star_block+ else_block? finally_block?
        except_block: invalid_except_stmt_indent | 'except' expression ('as' NAME)? ':' block
            | 'except' ':' block | invalid_except_stmt
        except_star_block: invalid_except_star_stmt_indent | 'except' '*' expression ('as' NAME)? ':' block
            | invalid_except_stmt
        finally_block: invalid_finally_stmt | 'finally' &&':' block
        type_alias: "type" NAME type_params? '=' expression
        type_params: invalid_type_params | '[' type_param % ',' ','? ']'
        type_param*: NAME type_param_bound? type_param_default? | invalid_type_param
            | '*' NAME type_param_starred_default? | '**' NAME type_param_default?
        type_param_bound: ':' expression
        type_param_default: '=' expression
        type_param_starred_default: '=' star_expression

        """#

    private static let expressions: String = #"""
        expressions: a=expression (',' expression)+ ','? {Tuple} | expression ',' {Tuple} | expression
        expression*: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else' expression
                {IfExp} | disjunction | lambdef
        yield_expr: 'yield' 'from' expression {Yield} | 'yield' star_expressions? {Yield}
        star_expressions: star_expression (',' star_expression)+ ','? {Tuple}
            | star_expression ',' {Tuple} | star_expression
        star_expression*: '*' bitwise_or {Starred} | expression
        star_named_expressions: star_named_expression % ',' ','?
        star_named_expression: '*' bitwise_or {Starred} | named_expression
        assignment_expression: NAME ':=' ~ expression {NamedExpr}
        named_expression: assignment_expression | invalid_named_expression | a=expression !':=' {= a}
        disjunction*: conjunction ('or' conjunction)+ {Operation} | conjunction
        conjunction*: inversion ('and' inversion)+ {Operation} | inversion
        inversion*: 'not' inversion {Operation} | comparison
        comparison: bitwise_or compare_op_bitwise_or_pair+ {Compare} | bitwise_or
        compare_op_bitwise_or_pair: '==' bitwise_or | noteq_bitwise_or | '<=' bitwise_or
            | '<' bitwise_or | '>=' bitwise_or | '>' bitwise_or | 'not' 'in' bitwise_or
            | 'in' bitwise_or {InPair} | 'is' 'not' bitwise_or | 'is' bitwise_or
        noteq_bitwise_or: ('!=') bitwise_or
        bitwise_or<: bitwise_or '|' bitwise_xor {Operation} | bitwise_xor
        bitwise_xor<: bitwise_xor '^' bitwise_and {Operation} | bitwise_and
        bitwise_and<: bitwise_and '&' shift_expr {Operation} | shift_expr
        shift_expr<: shift_expr '<<' sum {Operation} | shift_expr '>>' sum {Operation}
            | invalid_arithmetic | sum
        sum<: sum '+' term {Operation} | sum '-' term {Operation} | term
        term<: term '*' factor {Operation} | term '/' factor {Operation}
            | term '//' factor {Operation} | term '%' factor {Operation}
            | term '@' factor {Operation} | invalid_factor | factor
        factor*: '+' factor {Operation} | '-' factor {Operation} | '~' factor {Operation} | power
        power: await_primary '**' factor {Operation} | await_primary
        await_primary*: 'await' primary {Await} | primary
        primary<: primary '.' NAME {Attribute} | primary genexp {Call} | primary '(' arguments? ')' {Call}
            | primary '[' slices ']' {Subscript} | atom
        slices: a=slice !',' {= a} | (slice | starred_expression) % ',' ','? {Tuple}
        slice: expression? ':' expression? (':' expression?)? {Slice} | named_expression
        atom: NAME | 'True' {True} | 'False' {False} | 'None' {None} | &(STRING
            | FSTRING_START) strings | NUMBER | &'(' (tuple | group | genexp)
            | &'[' (list | listcomp) | &'{' (dict | set | dictcomp | setcomp)
            | '...' {Ellipsis}
        group: '(' a=(yield_expr | named_expression) ')' {= a} | invalid_group
        lambdef: 'lambda' lambda_params? ':' expression {Lambda}
        lambda_params: invalid_lambda_parameters | lambda_parameters
        lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default*
                lambda_star_etc? | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
            | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
            | lambda_param_with_default+ lambda_star_etc? | lambda_star_etc
        lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
        lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ','
            | lambda_param_no_default* lambda_param_with_default+ '/' &':'
        lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default*
                lambda_kwds? | '*' ',' lambda_param_maybe_default+ lambda_kwds?
            | lambda_kwds
        lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
        lambda_param_no_default: a=lambda_param ',' {= a} | a=lambda_param &':' {= a}
        lambda_param_with_default: lambda_param default ',' | lambda_param default &':'
        lambda_param_maybe_default: lambda_param default? ',' | lambda_param default? &':'
        lambda_param: NAME {Parameter}
        fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
        fstring_replacement_field: '{' annotated_rhs '='? a=fstring_conversion? fstring_full_format_spec? '}' {@field
                a} | invalid_replacement_field
        fstring_conversion: a='!' b=NAME {@conversion a b}
        fstring_full_format_spec: ':' fstring_format_spec*
        fstring_format_spec: a=FSTRING_MIDDLE {@formatText a} | fstring_replacement_field
        fstring: a=FSTRING_START b=fstring_middle* FSTRING_END {@fstring a b}
        string: a=STRING {@string a}
        strings*: a=(fstring | string)+ {@strings a}
        list: '[' star_named_expressions? ']' {List}
        tuple: '(' (star_named_expression ',' star_named_expressions?)? ')' {Tuple}
        set: '{' star_named_expressions '}' {Set}
        dict: '{' double_starred_kvpairs? '}' {Dict} | '{' invalid_double_starred_kvpairs '}'
        double_starred_kvpairs: double_starred_kvpair % ',' ','?
        double_starred_kvpair: '**' bitwise_or | kvpair
        kvpair: expression ':' expression
        for_if_clauses: for_if_clause+
        for_if_clause: 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)* {Clause}
            | 'for' star_targets 'in' ~ disjunction ('if' disjunction)* {Clause}
            | 'async'? 'for' (bitwise_or (',' bitwise_or)* ','?) !'in' {last "'in' expected after for-loop variables"}
            | invalid_for_target
        listcomp: '[' named_expression for_if_clauses ']' {ListComp} | invalid_comprehension
        setcomp: '{' named_expression for_if_clauses '}' {SetComp} | invalid_comprehension
        genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' {GeneratorExp}
            | invalid_comprehension
        dictcomp: '{' kvpair for_if_clauses '}' {DictComp} | invalid_dict_comprehension

        """#

    private static let calls: String = #"""
        arguments*: a=args ','? &')' {= a} | invalid_arguments
        args: (starred_expression | (assignment_expression | expression !':=') !'=') % ',' (',' kwargs)? {Arguments}
            | kwargs {Arguments}
        kwargs: kwarg_or_starred % ',' ',' kwarg_or_double_starred % ','
            | kwarg_or_starred % ',' | kwarg_or_double_starred % ','
        starred_expression: invalid_starred_expression_unpacking | '*' expression {Starred}
            | invalid_starred_expression
        kwarg_or_starred: invalid_kwarg | NAME '=' expression {Keyword} | starred_expression
        kwarg_or_double_starred: invalid_kwarg | NAME '=' expression {Keyword}
            | '**' expression {DoubleStarred}
        star_targets: a=star_target !',' {= a} | star_target (',' star_target)* ','? {Tuple}
        star_targets_list_seq: star_target % ',' ','?
        star_targets_tuple_seq: star_target (',' star_target)+ ','? | star_target ','
        star_target*: '*' (!'*' star_target) {Starred} | target_with_star_atom
        target_with_star_atom*: t_primary '.' NAME !t_lookahead {Attribute}
            | t_primary '[' slices ']' !t_lookahead {Subscript} | star_atom
        star_atom: NAME | '(' a=target_with_star_atom ')' {= a} | '(' star_targets_tuple_seq? ')' {Tuple}
            | '[' star_targets_list_seq? ']' {List}
        single_target: single_subscript_attribute_target | NAME | '(' a=single_target ')' {= a}
        single_subscript_attribute_target: t_primary '.' NAME !t_lookahead {Attribute}
            | t_primary '[' slices ']' !t_lookahead {Subscript}
        t_primary<: t_primary '.' NAME &t_lookahead {Attribute} | t_primary '[' slices ']' &t_lookahead {Subscript}
            | t_primary genexp &t_lookahead {Call} | t_primary '(' arguments? ')' &t_lookahead {Call}
            | a=atom &t_lookahead {= a}
        t_lookahead: '(' | '[' | '.'
        del_targets: del_target % ',' ','?
        del_target*: t_primary '.' NAME !t_lookahead {Attribute} | t_primary '[' slices ']' !t_lookahead {Subscript}
            | del_t_atom
        del_t_atom: NAME | '(' a=del_target ')' {= a} | '(' del_targets? ')' {Tuple}
            | '[' del_targets? ']' {List}

        """#

    private static let patterns: String = #"""
        match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
        subject_expr: star_named_expression ',' star_named_expressions? {Tuple} | named_expression
        case_block: invalid_case_block | "case" patterns guard? ':' block
        guard: 'if' named_expression
        patterns: open_sequence_pattern {Pattern} | pattern
        pattern: as_pattern | or_pattern
        as_pattern: or_pattern 'as' pattern_capture_target {Pattern} | invalid_as_pattern
        or_pattern: closed_pattern % '|' {Pattern}
        closed_pattern*: literal_pattern | capture_pattern | wildcard_pattern
            | value_pattern | group_pattern | sequence_pattern | mapping_pattern
            | class_pattern
        literal_pattern: signed_number !('+' | '-') {Pattern} | complex_number {Pattern}
            | strings {Pattern} | 'None' {Pattern} | 'True' {Pattern} | 'False' {Pattern}
        literal_expr: a=signed_number !('+' | '-') {= a} | complex_number
            | strings | 'None' {None} | 'True' {True} | 'False' {False}
        complex_number: signed_real_number '+' imaginary_number {Operation}
            | signed_real_number '-' imaginary_number {Operation}
        signed_number: NUMBER | '-' NUMBER {Operation}
        signed_real_number: real_number | '-' real_number {Operation}
        real_number: a=NUMBER {@real a}
        imaginary_number: a=NUMBER {@imaginary a}
        capture_pattern: pattern_capture_target {Pattern}
        pattern_capture_target: !"_" a=NAME !('.' | '(' | '=') {= a}
        wildcard_pattern: "_" {Pattern}
        value_pattern: attr !('.' | '(' | '=') {Pattern}
        attr<: name_or_attr '.' NAME {Attribute}
        name_or_attr: attr | NAME
        group_pattern: '(' a=pattern ')' {= a}
        sequence_pattern: '[' maybe_sequence_pattern? ']' {Pattern} | '(' open_sequence_pattern? ')' {Pattern}
        open_sequence_pattern: maybe_star_pattern ',' maybe_sequence_pattern?
        maybe_sequence_pattern: maybe_star_pattern % ',' ','?
        maybe_star_pattern: star_pattern | pattern
        star_pattern*: '*' pattern_capture_target {Pattern} | '*' wildcard_pattern {Pattern}
        mapping_pattern: '{' '}' {Pattern} | '{' double_star_pattern ','? '}' {Pattern}
            | '{' items_pattern ',' double_star_pattern ','? '}' {Pattern}
            | '{' items_pattern ','? '}' {Pattern}
        items_pattern: key_value_pattern % ','
        key_value_pattern: (literal_expr | attr) ':' pattern
        double_star_pattern: '**' pattern_capture_target
        class_pattern: name_or_attr '(' ')' {Pattern} | name_or_attr '(' positional_patterns ','? ')' {Pattern}
            | name_or_attr '(' keyword_patterns ','? ')' {Pattern} | name_or_attr '(' positional_patterns ','
                keyword_patterns ','? ')' {Pattern} | invalid_class_pattern
        positional_patterns: pattern % ','
        keyword_patterns: keyword_pattern % ','
        keyword_pattern: NAME '=' pattern

        """#
}
