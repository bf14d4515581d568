/*
 * Kernel C after preprocessing. One external definition is parsed at a time. The names of types are told from other
 * names before parsing (TYPE_NAME), so that two tokens of lookahead decide nearly everywhere.
 */
grammar KernelC;

tokens { TYPE_NAME }

// ---- definitions ----

unit : external EOF ;

external
  : storage* IDENT '(' arguments? ')' ';'                                            # fileMacro
  | storage* (DEFINE_PER_CPU | DECLARE_PER_CPU) '(' typeName ',' IDENT suffix* ')' ('=' initializer)? ';'  # perCpu
  | specifier+ declarator (compound | ('=' initializer)? (',' initDeclarator)* ';')  # definition
  | ';'                                                                              # nothing
  ;

storage : 'static' | 'extern' | INLINE | 'typedef' | NORETURN | '__weak' ;

declaration : specifier+ initDeclarator (',' initDeclarator)* ';' ;

initDeclarator : declarator ('=' initializer)? ;

specifier
  : storage
  | qualifier
  | '__interrupt' '(' expr ')'
  | typeSpecifier
  ;

qualifier : 'const' | 'volatile' ;

typeSpecifier
  : 'void' | 'char' | 'short' | 'int' | 'long' | 'signed' | 'unsigned' | BOOL | 'float' | 'double'
  | structSpecifier
  | enumSpecifier
  | TYPE_NAME
  | TYPEOF '(' (typeName | expression) ')'
  ;

structSpecifier
  : ('struct' | 'union') IDENT? '{' member* '}'
  | ('struct' | 'union') IDENT
  ;

member : memberSpecifier+ memberDeclarator (',' memberDeclarator)* ';' ;

memberSpecifier : qualifier | typeSpecifier ;

memberDeclarator : declarator (':' expr)? ;

enumSpecifier
  : 'enum' IDENT? '{' enumerator (',' enumerator)* ','? '}'
  | 'enum' IDENT
  ;

enumerator : IDENT ('=' expr)? ;

// Without a name in the name of a type, and empty where a declaration declares a struct alone.
declarator : pointer* direct ;

pointer : '*' qualifier* ;

direct
  : (IDENT | '(' inner ')') suffix*
  | suffix*
  ;

inner
  : pointer+ direct
  | (IDENT | '(' inner ')') suffix*
  ;

suffix
  : '[' expr? ']'
  | '(' parameters? ')'
  ;

parameters : parameter (',' parameter)* (',' '...')? ;

parameter : specifier+ declarator ;

typeName : memberSpecifier+ declarator ;

initializer
  : expr
  | '{' (designated (',' designated)* ','?)? '}'
  ;

designated : (designator+ '=')? initializer ;

designator
  : '.' IDENT
  | '[' expr ('...' expr)? ']'
  ;

// ---- statements ----

compound : '{' blockItem* '}' ;

blockItem : declaration | statement ;

statement
  : label+ unlabelled?
  | unlabelled
  ;

label
  : 'case' expr ('...' expr)? ':'                                                    # case
  | 'default' ':'                                                                    # default
  | IDENT ':'                                                                        # named
  ;

unlabelled
  : compound                                                                         # block
  | 'if' '(' expression ')' statement ('else' statement)?                            # if
  | 'while' '(' expression ')' statement                                             # while
  | 'do' statement 'while' '(' expression ')' ';'                                    # do
  | 'for' '(' (declaration | expression? ';') test=expression? ';' step=expression? ')' statement  # for
  | 'switch' '(' expression ')' statement                                            # switch
  | 'goto' IDENT ';'                                                                 # goto
  | 'break' ';'                                                                      # break
  | 'continue' ';'                                                                   # continue
  | 'return' expression? ';'                                                         # return
  | expression? ';'                                                                  # effect
  ;

// ---- expressions ----

expression : expr (',' expr)* ;

arguments : expr (',' expr)* ;

expr
  : IDENT                                                        # name
  | INT                                                          # integer
  | CHAR                                                         # character
  | STRING+                                                      # string
  | '(' expression ')'                                           # parens
  | '(' compound ')'                                             # statementExpression
  | 'container_of' '(' expr ',' typeName ',' memberPath ')'      # containerOf
  | 'offsetof' '(' typeName ',' memberPath ')'                   # offsetOf
  | 'va_arg' '(' expr ',' typeName ')'                           # vaArg
  | expr '[' expression ']'                                      # index
  | expr '(' arguments? ')'                                      # call
  | expr op=('.' | '->') (IDENT | TYPE_NAME)                     # memberAccess
  | expr op=('++' | '--')                                        # postfix
  | op=('++' | '--') expr                                        # prefix
  | op=('&' | '*' | '+' | '-' | '~' | '!') expr                  # unary
  | 'sizeof' '(' typeName ')'                                    # sizeofType
  | 'sizeof' expr                                                # sizeofValue
  | '(' typeName ')' '{' (designated (',' designated)* ','?)? '}'  # compoundLiteral
  | '(' typeName ')' expr                                        # cast
  | expr op=('*' | '/' | '%') expr                               # binary
  | expr op=('+' | '-') expr                                     # binary
  | expr op=('<<' | '>>') expr                                   # binary
  | expr op=('<' | '>' | '<=' | '>=') expr                       # binary
  | expr op=('==' | '!=') expr                                   # binary
  | expr op='&' expr                                             # binary
  | expr op='^' expr                                             # binary
  | expr op='|' expr                                             # binary
  | expr op='&&' expr                                            # logical
  | expr op='||' expr                                            # logical
  | <assoc=right> expr '?' expression? ':' expr                  # conditional
  | <assoc=right> expr op=('=' | '*=' | '/=' | '%=' | '+=' | '-=' | '<<=' | '>>=' | '&=' | '^=' | '|=') expr  # assign
  ;

memberPath : IDENT ('.' IDENT | '[' expr ']')* ;

// ---- tokens ----

STATIC : 'static' ; EXTERN : 'extern' ; INLINE : 'inline' | '__inline' | '__always_inline' ; TYPEDEF : 'typedef' ;
NORETURN : 'noreturn' | '__noreturn' ; WEAK : '__weak' ; INTERRUPT : '__interrupt' ;
CONST : 'const' ; VOLATILE : 'volatile' ;
VOID : 'void' ; CHAR_TYPE : 'char' ; SHORT : 'short' ; INT_TYPE : 'int' ; LONG : 'long' ;
SIGNED : 'signed' ; UNSIGNED : 'unsigned' ; BOOL : 'bool' | '_Bool' ; FLOAT : 'float' ; DOUBLE : 'double' ;
STRUCT : 'struct' ; UNION : 'union' ; ENUM : 'enum' ; TYPEOF : 'typeof' | '__typeof__' ;
SIZEOF : 'sizeof' ; IF : 'if' ; ELSE : 'else' ; WHILE : 'while' ; DO : 'do' ; FOR : 'for' ;
SWITCH : 'switch' ; CASE : 'case' ; DEFAULT : 'default' ; GOTO : 'goto' ; BREAK : 'break' ;
CONTINUE : 'continue' ; RETURN : 'return' ;
CONTAINER_OF : 'container_of' ; OFFSETOF : 'offsetof' ; VA_ARG : 'va_arg' ;
DEFINE_PER_CPU : 'DEFINE_PER_CPU' ; DECLARE_PER_CPU : 'DECLARE_PER_CPU' ;

LBRACE : '{' ; RBRACE : '}' ; LPAREN : '(' ; RPAREN : ')' ; LBRACKET : '[' ; RBRACKET : ']' ;
SEMI : ';' ; COMMA : ',' ; ASSIGN : '=' ; COLON : ':' ; QUESTION : '?' ; ELLIPSIS : '...' ; DOT : '.' ; ARROW : '->' ;
INC : '++' ; DEC : '--' ; AND : '&' ; STAR : '*' ; PLUS : '+' ; MINUS : '-' ; TILDE : '~' ; NOT : '!' ;
DIV : '/' ; MOD : '%' ; SHL : '<<' ; SHR : '>>' ; LT : '<' ; GT : '>' ; LE : '<=' ; GE : '>=' ; EQ : '==' ; NE : '!=' ;
XOR : '^' ; OR : '|' ; ANDAND : '&&' ; OROR : '||' ;
MUL_ASSIGN : '*=' ; DIV_ASSIGN : '/=' ; MOD_ASSIGN : '%=' ; ADD_ASSIGN : '+=' ; SUB_ASSIGN : '-=' ;
SHL_ASSIGN : '<<=' ; SHR_ASSIGN : '>>=' ; AND_ASSIGN : '&=' ; XOR_ASSIGN : '^=' ; OR_ASSIGN : '|=' ;

HASHHASH : '##' ;
HASH : '#' ;

IDENT : [A-Za-z_] [A-Za-z0-9_]* ;
// As the preprocessor's numbers: what is wrong with one is said later, in words.
INT : [0-9] ([A-Za-z0-9_] | '.' [0-9])* ;
CHAR : '\'' (~['\\\r\n] | '\\' ~[\r\n])+ '\'' ;
STRING : '"' (~["\\\r\n] | '\\' ~[\r\n])* '"' ;

NEWLINE : '\r'? '\n' ;
CONTINUATION : '\\' [ \t]* '\r'? '\n' -> skip ;
SPACE : [ \t\f\u000B\uFEFF]+ -> skip ;
LINE_COMMENT : '//' ('\\' '\r'? '\n' | ~[\r\n])* -> skip ;
BLOCK_COMMENT : '/*' .*? '*/' -> skip ;
// A comment that does not end.
OPEN_COMMENT : '/*' ;
UNKNOWN : . ;
