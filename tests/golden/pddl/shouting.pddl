(DEFINE (PROBLEM BLOCKS-OURS) ; upper case, typed, atoms over several lines, objects in any order
(:DOMAIN BLOCKS)
(:REQUIREMENTS :STRIPS :TYPING)
(:OBJECTS D B A C - BLOCK)
(:INIT (CLEAR
  C) (CLEAR A) (ONTABLE D) (ONTABLE
  B) (ON C D) (ON A ; a comment within an atom
  B) (HANDEMPTY))
(:GOAL (AND (ON D C) (ON C B) (ON B A)))
)
