# linear_map.svg, drawn from linear_map.tsv. To change it, edit this file and run: gnuplot linear_map.gp
set terminal svg size 816,496 fixed enhanced background 'white' \
  font 'DejaVu Sans,Verdana,sans-serif,12' name 'linear_map'
set output 'linear_map.svg'
set encoding utf8
set datafile separator tab
set datafile columnheaders
# column `name` of the cells of map n
pick(n, name) = column('panel') == n ? column(name) : NaN
shown(n) = sprintf('%.2f', abs(pick(n, 'value')) < 0.005 ? 0 : pick(n, 'value'))
set palette defined (-1 '#D55E00', 0 'white', 1 '#4a9fd8')
set cbrange [-0.78:0.78]
unset colorbox
unset key
set border 31 lw 0.5 lc rgb '#444444'
set multiplot
set label 1 'linear: linear.tsv, step 10000: median of 5 seeds' at screen 0.0294, screen 0.9556 font ',13'
set label 2 'Accuracy of a linear classifier of the residual stream on held-out questions. Beside it: labels that say nothing but which text told them' at screen 0.0294, screen 0.0847 font ',10' tc rgb '#555555'
set label 3 '(what is learned by heart); the commonest label; the model before training. Layer 0 is what the token itself tells.' at screen 0.0294, screen 0.0544 font ',10' tc rgb '#555555'
set lmargin at screen 0.0956
set rmargin at screen 0.2426
set tmargin at screen 0.8306
set bmargin at screen 0.6734
set title 'bridge accuracy' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(1,'x')):(pick(1,'y')):(0.5):(0.5):(pick(1,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(1,'x')):(pick(1,'y')):(shown(1)) \
  with labels font ',9'
unset label 1
unset label 2
unset label 3
set lmargin at screen 0.3382
set rmargin at screen 0.4853
set tmargin at screen 0.8306
set bmargin at screen 0.6734
set title 'control task' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(2,'x')):(pick(2,'y')):(0.5):(0.5):(pick(2,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(2,'x')):(pick(2,'y')):(shown(2)) \
  with labels font ',9'
set lmargin at screen 0.5809
set rmargin at screen 0.7279
set tmargin at screen 0.8306
set bmargin at screen 0.6734
set title 'majority' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(3,'x')):(pick(3,'y')):(0.5):(0.5):(pick(3,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(3,'x')):(pick(3,'y')):(shown(3)) \
  with labels font ',9'
set lmargin at screen 0.8235
set rmargin at screen 0.9706
set tmargin at screen 0.8306
set bmargin at screen 0.6734
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:3.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 1' 1, 'relation 2' 2, 'equals' 3) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(4,'x')):(pick(4,'y')):(0.5):(0.5):(pick(4,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(4,'x')):(pick(4,'y')):(shown(4)) \
  with labels font ',9'
set lmargin at screen 0.0956
set rmargin at screen 0.2059
set tmargin at screen 0.4355
set bmargin at screen 0.2782
set title 'answer accuracy' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(5,'x')):(pick(5,'y')):(0.5):(0.5):(pick(5,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(5,'x')):(pick(5,'y')):(shown(5)) \
  with labels font ',9'
set lmargin at screen 0.3015
set rmargin at screen 0.3995
set tmargin at screen 0.4355
set bmargin at screen 0.2782
set title 'control task' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(6,'x')):(pick(6,'y')):(0.5):(0.5):(pick(6,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(6,'x')):(pick(6,'y')):(shown(6)) \
  with labels font ',9'
set lmargin at screen 0.4951
set rmargin at screen 0.5931
set tmargin at screen 0.4355
set bmargin at screen 0.2782
set title 'majority' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(7,'x')):(pick(7,'y')):(0.5):(0.5):(pick(7,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(7,'x')):(pick(7,'y')):(shown(7)) \
  with labels font ',9'
set lmargin at screen 0.6887
set rmargin at screen 0.7868
set tmargin at screen 0.4355
set bmargin at screen 0.2782
set title 'untrained' font ',11' offset 0,-0.6
set xrange [0.5:2.5]
set yrange [3.5:0.5]
set xtics rotate by 90 right scale 0 ('relation 2' 1, 'equals' 2) font ',9'
set ytics scale 0 ('layer 0' 1, 'layer 1' 2, 'layer 2' 3) font ',9'
plot 'linear_map.tsv' using (pick(8,'x')):(pick(8,'y')):(0.5):(0.5):(pick(8,'value')) \
  with boxxyerror fs solid noborder fc palette, \
  'linear_map.tsv' using (pick(8,'x')):(pick(8,'y')):(shown(8)) \
  with labels font ',9'
unset multiplot
